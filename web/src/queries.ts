/** What the pages ask the server for: one key for each answer, so that live news can refresh them. */
import { keepPreviousData, queryOptions } from '@tanstack/solid-query';
import type { RankingGroup } from '../../db/vocabulary.ts';
import { api, type TaskQuery } from './api.ts';

const MINUTE = 60_000;

export const queries = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: api.me, staleTime: 5 * MINUTE }),
  demoPeople: () =>
    queryOptions({
      queryKey: ['demo', 'people'],
      queryFn: api.demoPeople,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  units: () => queryOptions({ queryKey: ['units'], queryFn: api.units, staleTime: 30 * MINUTE }),
  overview: () => queryOptions({ queryKey: ['data', 'overview'], queryFn: api.overview }),
  ranking: (group: RankingGroup, day: string | undefined) =>
    queryOptions({
      queryKey: ['data', 'ranking', group, day ?? 'today'],
      queryFn: () => api.ranking({ group, ...(day === undefined ? {} : { day }) }),
      placeholderData: keepPreviousData,
    }),
  task: (id: number) => queryOptions({ queryKey: ['data', 'task', id], queryFn: () => api.task(id) }),
  verifyQueue: () =>
    queryOptions({ queryKey: ['data', 'verify'], queryFn: () => api.verifyQueue({ limit: '100' }) }),
  phone: (token: string) =>
    queryOptions({ queryKey: ['data', 'phone', token], queryFn: () => api.phone(token) }),
  rooms: () => queryOptions({ queryKey: ['rooms'], queryFn: api.rooms, staleTime: MINUTE }),
  roomMessages: (id: number) =>
    queryOptions({ queryKey: ['chat', 'room', id], queryFn: () => api.roomMessages(id) }),
  contactMessages: (id: number) =>
    queryOptions({ queryKey: ['chat', 'contact', id], queryFn: () => api.contactMessages(id) }),
};

/** The key of one page of the responsibility list; the pages are read one after another. */
export const tasksKey = (filter: TaskQuery, order: string, limit: number) =>
  ['data', 'tasks', filter, order, limit] as const;
