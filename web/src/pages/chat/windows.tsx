import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import type { JSX } from 'solid-js';
import { api, type Room } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { connected } from '../../live.ts';
import { queries } from '../../queries.ts';
import { ChatWindow } from './chat-window.tsx';

/** Saying something or sending a file, and seeing it at once. */
function useSaying(say: (said: string | File) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation(() => ({
    mutationFn: say,
    // Live news shows it; without, it is asked for.
    onSuccess: () => (connected() ? undefined : client.invalidateQueries({ queryKey: ['chat'] })),
  }));
}

/** The talk in a work group, spoken as one of its members. */
export function RoomWindow(props: { room: Room; contactId: number }): JSX.Element {
  const messages = useQuery(() => queries.roomMessages(props.room.id));
  const saying = useSaying((said) =>
    typeof said === 'string'
      ? api.sayInRoom(props.room.id, props.contactId, said)
      : api.sendInRoom(props.room.id, props.contactId, said),
  );
  return (
    <ChatWindow
      title={props.room.topic}
      aside={t().chat.members(props.room.members.length)}
      draft={`room.${props.room.id}`}
      messages={messages}
      contactId={props.contactId}
      saying={saying}
    />
  );
}

/** The private talk of the same member with the bot. */
export function PrivateWindow(props: { contactId: number; name: string }): JSX.Element {
  const messages = useQuery(() => queries.contactMessages(props.contactId));
  const saying = useSaying((said) =>
    typeof said === 'string'
      ? api.sayInPrivate(props.contactId, said)
      : api.sendInPrivate(props.contactId, said),
  );
  return (
    <ChatWindow
      title={t().chat.bot}
      aside={t().chat.privateOf(props.name)}
      draft={`private.${props.contactId}`}
      messages={messages}
      contactId={props.contactId}
      saying={saying}
    />
  );
}
