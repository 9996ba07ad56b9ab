import { useMutation, useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import { OutgoingList } from '../channels/aside.tsx';
import { markBot, roomQuery, type ShownMember } from './queries.ts';
import css from './rooms.module.css';
import { useFreshRooms } from './use-rooms.ts';

/** Who has spoken in a room, and the messages that have not gone out. */
export function RoomDetail(props: { id: number }): JSX.Element {
  const detail = useQuery(() => roomQuery(props.id));
  const words = () => t().rooms;
  return (
    <Answered query={detail} waiting={<Skeleton lines={4} />}>
      {(data) => (
        <div class={css.detail}>
          <div>
            <h3>{words().members}</h3>
            <Show when={data().members.length > 0} fallback={<p class={css.quiet}>{words().noMembers}</p>}>
              <ul>
                <For each={data().members}>{(member) => <Member member={member} />}</For>
              </ul>
            </Show>
          </div>
          <div>
            <h3>{words().notOut}</h3>
            <OutgoingList messages={data().messages} none={words().allOut} />
          </div>
        </div>
      )}
    </Answered>
  );
}

function Member(props: { member: ShownMember }): JSX.Element {
  const me = useMe();
  const words = () => t().rooms;
  const onSuccess = useFreshRooms();
  const mark = useMutation(() => ({
    mutationFn: () => markBot(props.member.contactId, !props.member.isBot),
    onSuccess,
  }));
  const who = (): string => {
    if (props.member.isBot) return words().bot;
    if (props.member.person === null) return words().stranger;
    return props.member.unit === null ? props.member.person : `${props.member.unit} · ${props.member.person}`;
  };
  return (
    <li class={css.member}>
      <div>
        <p>{props.member.name}</p>
        <p class={css.quiet}>
          {who()} · {words().lastSaid(t().date.time(props.member.lastAt))}
        </p>
      </div>
      <Show when={me().can.includes('channel.manage') && props.member.person === null}>
        <Button look="words" busy={mark.isPending} onClick={() => mark.mutate()}>
          {props.member.isBot ? words().noBot : words().markBot}
        </Button>
      </Show>
      <ProblemNote error={mark.error} />
    </li>
  );
}
