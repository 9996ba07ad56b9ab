import { useQueryClient } from '@tanstack/solid-query';
import { type RoomList, roomsQuery } from './queries.ts';

/** Puts what the server answers to a deed in place of the list, and asks again for what is open of a room. */
export function useFreshRooms() {
  const client = useQueryClient();
  return (answer: RoomList): void => {
    client.setQueryData(roomsQuery().queryKey, answer);
    void client.invalidateQueries({ queryKey: [...roomsQuery().queryKey] });
  };
}
