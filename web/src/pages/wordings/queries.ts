import { queryOptions } from '@tanstack/solid-query';
import { answer, server } from '../../api.ts';

const list = () => answer(server.wordings.$get());

/** What people call the tasks, and what was learned and waits for a word. */
export const wordingsQuery = () => queryOptions({ queryKey: ['wordings'], queryFn: list });

export type WordingList = Awaited<ReturnType<typeof list>>;
export type WordedTask = WordingList['tasks'][number];

const task = server.wordings[':id'];

/** Sets what people call a task. */
export const saveWordings = (id: number, synonyms: string[]) =>
  answer(task.$post({ param: { id: String(id) }, json: { synonyms } }));
/** Takes a wording that was learned, or not. */
export const decideWording = (id: number, wording: string, accepted: boolean) =>
  answer(task.decision.$post({ param: { id: String(id) }, json: { wording, accepted } }));
