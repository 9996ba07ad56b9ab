import { queryOptions } from '@tanstack/solid-query';
import { answer, server } from '../../../api.ts';

const list = () => answer(server.rooms.$get());
const room = server.rooms[':id'];
const detail = (id: number) => answer(room.$get({ param: { id: `${id}` } }));

/** All rooms, with what each speaks for and how much goes through it. */
export const roomsQuery = () => queryOptions({ queryKey: ['chat', 'admin-rooms'], queryFn: list });
/** Who is in a room, and what waits for it. */
export const roomQuery = (id: number) =>
  queryOptions({ queryKey: ['chat', 'admin-rooms', id], queryFn: () => detail(id) });

export type RoomList = Awaited<ReturnType<typeof list>>;
export type ShownRoom = RoomList['rooms'][number];
export type ShownMember = Awaited<ReturnType<typeof detail>>['members'][number];

/** A binding code (绑定码) to be said in the room that is to speak for these units. */
export const makeCode = (unitIds: number[]) =>
  answer(server.rooms['binding-code'].$post({ json: { unitIds } }));
/** Has a room speak for these units. */
export const bindRoom = (id: number, unitIds: number[]) =>
  answer(room.binding.$post({ param: { id: `${id}` }, json: { unitIds } }));
/** Has a room speak for nobody. */
export const unbindRoom = (id: number) => answer(room.unbinding.$post({ param: { id: `${id}` } }));
/** Has a room stand in for another while that one's channel is down, or for none. */
export const setStandIn = (id: number, forRoom: number | null) =>
  answer(room['stand-in'].$post({ param: { id: `${id}` }, json: { forRoom } }));
/** Says whether a contact is a bot, which is not listened to. */
export const markBot = (id: number, isBot: boolean) =>
  answer(server.rooms.contacts[':id'].bot.$post({ param: { id: `${id}` }, json: { isBot } }));
