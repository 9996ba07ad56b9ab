import { queryOptions } from '@tanstack/solid-query';
import type { InspectionState } from '../../../../db/vocabulary.ts';
import { answer, server, type Upload, uploading } from '../../api.ts';

/** What the list of inspections is narrowed by; `unit` is a unit's number, `month` `2026-06`. */
export interface InspectionFilter {
  unit?: string;
  state?: InspectionState | 'unsettled';
  month?: string;
}

const inspection = server.inspections[':id'];
const problem = server['inspection-problems'][':id'];
const lists = server['inspection-lists'];
const param = (id: number) => ({ id: String(id) });

const list = (query: InspectionFilter) => answer(server.inspections.$get({ query }));
const one = (id: number) => answer(inspection.$get({ param: param(id) }));
const choices = () => answer(server.inspections.choices.$get());
const allLists = () => answer(lists.$get());
const oneList = (id: number) => answer(lists[':id'].$get({ param: param(id) }));

export const inspectionQueries = {
  list: (filter: InspectionFilter) =>
    queryOptions({ queryKey: ['data', 'inspections', filter], queryFn: () => list(filter) }),
  one: (id: number) => queryOptions({ queryKey: ['data', 'inspection', id], queryFn: () => one(id) }),
  choices: () => queryOptions({ queryKey: ['inspection-choices'], queryFn: choices }),
  lists: () => queryOptions({ queryKey: ['data', 'check-lists'], queryFn: allLists }),
  checkList: (id: number) =>
    queryOptions({ queryKey: ['data', 'check-list', id], queryFn: () => oneList(id) }),
};

type Planned = Parameters<typeof server.inspections.$post>[0]['json'];
type Changed = Parameters<typeof inspection.change.$post>[0]['json'];
type Answers = Parameters<typeof inspection.findings.$post>[0]['json']['answers'];
type Reviewed = Parameters<typeof problem.review.$post>[0]['json'];
export type Beginning = Parameters<typeof lists.$post>[0]['json'];
type Body = Parameters<(typeof lists)[':id']['draft']['$post']>[0]['json']['body'];

/** Everything that can be done with inspections and check lists; each gives what stands afterwards. */
export const inspectionApi = {
  plan: (json: Planned) => answer(server.inspections.$post({ json })),
  change: (id: number, json: Changed) => answer(inspection.change.$post({ param: param(id), json })),
  cancel: (id: number, json: { reason: string; version: number }) =>
    answer(inspection.cancellation.$post({ param: param(id), json })),
  record: (id: number, answers: Answers) =>
    answer(inspection.findings.$post({ param: param(id), json: { answers } })),
  complete: (id: number, version: number) =>
    answer(inspection.completion.$post({ param: param(id), json: { version } })),
  attach: (id: number, item: number, { file, signal, onProgress }: Upload) =>
    answer(
      inspection.items[':item'].evidence.$post(
        { param: { ...param(id), item: String(item) }, form: { file } },
        uploading(signal, onProgress),
      ),
    ),
  report: (problemId: number, note: string) =>
    answer(problem.rectification.$post({ param: param(problemId), json: { note } })),
  attachToProblem: (problemId: number, { file, signal, onProgress }: Upload) =>
    answer(
      problem.evidence.$post({ param: param(problemId), form: { file } }, uploading(signal, onProgress)),
    ),
  review: (problemId: number, json: Reviewed) =>
    answer(problem.review.$post({ param: param(problemId), json })),
  beginList: (json: Beginning) => answer(lists.$post({ json })),
  saveList: (id: number, revision: number, body: Body) =>
    answer(lists[':id'].draft.$post({ param: param(id), json: { revision, body } })),
  publishList: (id: number, revision: number) =>
    answer(lists[':id'].publication.$post({ param: param(id), json: { revision } })),
  removeList: (id: number, revision: number) =>
    answer(lists[':id'].deletion.$post({ param: param(id), json: { revision } })),
};

export type InspectionRow = Awaited<ReturnType<typeof list>>['inspections'][number];
export type InspectionChoices = Awaited<ReturnType<typeof choices>>;
export type InspectionDetail = Awaited<ReturnType<typeof one>>;
export type InspectionItem = InspectionDetail['items'][number];
export type InspectionProblem = InspectionDetail['problems'][number];
export type Answer = Answers[number];
export type CheckListRow = Awaited<ReturnType<typeof allLists>>['lists'][number];
export type CheckListDetail = Awaited<ReturnType<typeof oneList>>;
export type CheckListBody = Body;
