/** What the pages of bulletins and practices ask the server for. */
import { queryOptions } from '@tanstack/solid-query';
import type { BulletinKind, BulletinState } from '../../../../db/vocabulary.ts';
import { answer, server } from '../../api.ts';

const bulletin = server.bulletins[':id'];
const param = (id: number) => ({ param: { id: String(id) } });

export interface BulletinFilter {
  year?: string;
  kind?: BulletinKind;
  state?: BulletinState;
}

export interface Edit {
  section: number;
  block: number;
  pieces: { kind: 'text' | 'figure' | 'name'; text: string }[];
}

export const bulletinApi = {
  list: (query: BulletinFilter) => answer(server.bulletins.$get({ query })),
  one: (id: number) => answer(bulletin.$get(param(id))),
  draft: (json: { kind: BulletinKind; period: string; chapter: string }) =>
    answer(server.bulletins.$post({ json })),
  reword: (id: number, json: { version: number; edits: Edit[] }) =>
    answer(bulletin.wording.$post({ ...param(id), json })),
  renew: (id: number, json: { version: number; practiceIds?: number[] }) =>
    answer(bulletin.renewal.$post({ ...param(id), json })),
  submit: (id: number, version: number) =>
    answer(bulletin.submission.$post({ ...param(id), json: { version } })),
  sign: (id: number, version: number) =>
    answer(bulletin.signature.$post({ ...param(id), json: { version } })),
  sendBack: (id: number, json: { version: number; reason: string }) =>
    answer(bulletin.return.$post({ ...param(id), json })),
  issue: (id: number, version: number) =>
    answer(bulletin.issue.$post({ ...param(id), json: { version, push: true } })),
  push: (id: number, version: number) => answer(bulletin.push.$post({ ...param(id), json: { version } })),
  withdraw: (id: number, json: { version: number; reason: string }) =>
    answer(bulletin.withdrawal.$post({ ...param(id), json })),
  practices: () => answer(server.practices.$get()),
  offer: (json: { title: string; body: string }) => answer(server.practices.$post({ json })),
};

type Answer<Call extends keyof typeof bulletinApi> = Awaited<ReturnType<(typeof bulletinApi)[Call]>>;
export type BulletinList = Answer<'list'>;
export type Bulletin = Answer<'one'>;
export type Block = Bulletin['content']['sections'][number]['blocks'][number];
export type Spans = Extract<Block, { kind: 'paragraph' }>['spans'];

export const bulletinQueries = {
  list: (filter: BulletinFilter) =>
    queryOptions({ queryKey: ['data', 'bulletins', filter], queryFn: () => bulletinApi.list(filter) }),
  one: (id: number) =>
    queryOptions({ queryKey: ['data', 'bulletin', id], queryFn: () => bulletinApi.one(id) }),
  practices: () => queryOptions({ queryKey: ['data', 'practices'], queryFn: bulletinApi.practices }),
};
