import { queryOptions } from '@tanstack/solid-query';
import { answer, server } from '../../../api.ts';

const list = () => answer(server.rooms.$get());
const room = server.rooms[':id'];
const detail = (id: number) => answer(room.$get({ param: { id: `${id}` } }));

export const roomsQuery = () => queryOptions({ queryKey: ['chat', 'admin-rooms'], queryFn: list });
export const roomQuery = (id: number) =>
  queryOptions({ queryKey: ['chat', 'admin-rooms', id], queryFn: () => detail(id) });

export type RoomList = Awaited<ReturnType<typeof list>>;
export type ShownRoom = RoomList['rooms'][number];
export type ShownMember = Awaited<ReturnType<typeof detail>>['members'][number];

export const makeCode = (unitIds: number[]) =>
  answer(server.rooms['binding-code'].$post({ json: { unitIds } }));
export const bindRoom = (id: number, unitIds: number[]) =>
  answer(room.binding.$post({ param: { id: `${id}` }, json: { unitIds } }));
export const unbindRoom = (id: number) => answer(room.unbinding.$post({ param: { id: `${id}` } }));
export const setStandIn = (id: number, forRoom: number | null) =>
  answer(room['stand-in'].$post({ param: { id: `${id}` }, json: { forRoom } }));
export const markBot = (id: number, isBot: boolean) =>
  answer(server.rooms.contacts[':id'].bot.$post({ param: { id: `${id}` }, json: { isBot } }));
