/**
 * The way to the server: hono's client over the routes that the server itself declares, so a question or an answer
 * that does not exist is a type error. Every call gives the answer, or throws `Refused`.
 */
import { hc } from 'hono/client';
import type { App } from '../../api/http/app.ts';
import type { AssignmentState, Light, RankingGroup } from '../../db/vocabulary.ts';
import { uploadFetch } from './parts/evidence/upload-fetch.ts';
import { Refused, readProblem } from './problem.ts';

/** Every route of the server, typed. */
export const { api: server } = hc<App>('/');

interface Sent {
  ok: boolean;
  status: number;
  json(): Promise<unknown>;
}
type AnswerOf<R extends Sent> = Awaited<ReturnType<R['json']>>;

/** The answer to a question that was sent. Throws `Refused` where the server did not give it. */
export async function answer<R extends Sent>(sent: Promise<R>): Promise<AnswerOf<R>> {
  const response = await sent;
  if (response.ok) return (await response.json()) as AnswerOf<R>;
  throw new Refused(readProblem(response.status, await response.json().catch(() => null)));
}

const param = (id: number): { id: string } => ({ id: String(id) });

/** What a report says (报进度、报结). */
export interface Progress {
  percent?: number;
  count?: number;
  done?: boolean;
  until?: string;
  note?: string;
}

/** What the responsibility list is narrowed by; `unit` is a unit's number. */
export interface TaskQuery {
  unit?: string;
  light?: Light;
  state?: AssignmentState;
  chapter?: string;
  month?: string;
  q?: string;
  after?: string;
  limit?: string;
}

/** A file on its way: how it is called back, and who hears how far it has come. */
export interface Upload {
  file: File;
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

/** What a call needs to tell how far an upload is, and to be broken off. */
export const uploading = (signal: AbortSignal, onProgress: Upload['onProgress']) => ({
  init: { signal },
  fetch: uploadFetch(onProgress),
});

const tasks = server.tasks[':id'];
const phone = server.m[':token'];

export const api = {
  me: () => answer(server.me.$get()),
  signIn: (username: string, password: string) =>
    answer(server.auth['sign-in'].username.$post({ json: { username, password } })),
  signOut: () => answer(server.auth['sign-out'].$post()),
  changePassword: (currentPassword: string, newPassword: string) =>
    answer(server.auth['change-password'].$post({ json: { currentPassword, newPassword } })),
  demoPeople: () => answer(server.demo.people.$get()),
  demoSignIn: (personId: number) => answer(server.demo['sign-in'].$post({ json: { personId } })),
  bindMe: () => answer(server.me['binding-code'].$post()),
  units: () => answer(server.units.$get()),

  overview: () => answer(server.overview.$get()),
  ranking: (query: { group: RankingGroup; day?: string }) => answer(server.ranking.$get({ query })),

  tasks: (query: TaskQuery) => answer(server.tasks.$get({ query })),
  task: (id: number) => answer(tasks.$get({ param: param(id) })),
  report: (id: number, json: Progress) => answer(tasks.reports.$post({ param: param(id), json })),
  attach: (id: number, { file, signal, onProgress }: Upload) =>
    answer(tasks.evidence.$post({ param: param(id), form: { file } }, uploading(signal, onProgress))),
  decide: (id: number, json: { decision: 'verify' | 'return'; reason?: string; version: number }) =>
    answer(tasks.verification.$post({ param: param(id), json })),
  askExtension: (id: number, json: { until: string; reason: string }) =>
    answer(tasks.extension.$post({ param: param(id), json })),
  decideExtension: (id: number, json: { granted: boolean; reason?: string; version: number }) =>
    answer(tasks['extension-decision'].$post({ param: param(id), json })),
  undo: (id: number, recordId: number) => answer(tasks.undo.$post({ param: param(id), json: { recordId } })),
  verifyQueue: (query: { after?: string; limit?: string }) => answer(server.verify.$get({ query })),

  phone: (token: string) => answer(phone.$get({ param: { token } })),
  phoneReport: (token: string, json: Progress) => answer(phone.reports.$post({ param: { token }, json })),
  phoneAttach: (token: string, { file, signal, onProgress }: Upload) =>
    answer(phone.evidence.$post({ param: { token }, form: { file } }, uploading(signal, onProgress))),

  rooms: () => answer(server.chat.rooms.$get()),
  roomMessages: (id: number) => answer(server.chat.rooms[':id'].messages.$get({ param: param(id) })),
  contactMessages: (id: number) => answer(server.chat.contacts[':id'].messages.$get({ param: param(id) })),
  sayInRoom: (id: number, contactId: number, text: string) =>
    answer(server.chat.rooms[':id'].messages.$post({ param: param(id), json: { contactId, text } })),
  sayInPrivate: (id: number, text: string) =>
    answer(server.chat.contacts[':id'].messages.$post({ param: param(id), json: { text } })),
  sendInRoom: (id: number, contactId: number, file: File) =>
    answer(
      server.chat.rooms[':id'].files.$post({
        param: param(id),
        form: { contactId: String(contactId), file },
      }),
    ),
  sendInPrivate: (id: number, file: File) =>
    answer(server.chat.contacts[':id'].files.$post({ param: param(id), form: { file } })),
};

type Answer<Call extends keyof typeof api> = Awaited<ReturnType<(typeof api)[Call]>>;
export type Me = Answer<'me'>;
export type Overview = Answer<'overview'>;
export type Ranking = Answer<'ranking'>;
export type RankingRow = Ranking['rows'][number];
export type ScoreLine = RankingRow['lines'][number];
export type TaskPage = Answer<'tasks'>;
export type AssignmentRow = TaskPage['rows'][number];
export type AssignmentDetail = Answer<'task'>;
export type ProgressEntry = AssignmentDetail['records'][number];
export type EvidenceFile = ProgressEntry['evidence'][number];
export type PhonePage = Answer<'phone'>;
export type Waiting = Answer<'verifyQueue'>['rows'][number];
export type Room = Answer<'rooms'>['rooms'][number];
export type Message = Answer<'roomMessages'>['messages'][number];
