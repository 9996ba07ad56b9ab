import { useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import type { Me, Room } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Choose } from '../../parts/forms/choose.tsx';
import { Tabs } from '../../parts/forms/tabs.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { personLabel } from '../../parts/person-label.ts';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useView } from '../../parts/view.ts';
import { queries } from '../../queries.ts';
import { useMe } from '../../session.ts';
import css from './chat.module.css';
import { PrivateWindow, RoomWindow } from './windows.tsx';

type Member = Room['members'][number];

const TALKS = ['group', 'private'] as const;

/** The work groups (工作群) as on a phone: in the demo anyone can speak as any member, in the group or in private. */
export default function Chat(): JSX.Element {
  const rooms = useQuery(() => queries.rooms());
  return (
    <>
      <PageHead title={t().chat.title} aside={t().chat.simulated} />
      <Answered query={rooms} waiting={<Skeleton lines={8} />}>
        {(data) => (
          <Show
            when={data().rooms.length > 0}
            fallback={<Empty title={t().chat.noRooms} hint={t().chat.noRoomsHint} />}
          >
            <Talks rooms={data().rooms} />
          </Show>
        )}
      </Answered>
    </>
  );
}

/** A member's name; who is bound to nobody is marked. */
function nameOf({ unit, personName, name, role }: Member): string {
  const from = personLabel(unit, personName ?? name);
  return role === null ? `${from} · ${t().chat.unbound}` : from;
}

/** The groups one under the other, where there is room for them. */
function RoomList(props: {
  rooms: readonly Room[];
  chosen: number | undefined;
  onChoose: (id: number) => void;
}): JSX.Element {
  return (
    <ul class={css.rooms} aria-label={t().chat.room}>
      <For each={props.rooms}>
        {(room) => (
          <li>
            <button
              type="button"
              class={css.room}
              aria-current={props.chosen === room.id ? 'true' : undefined}
              onClick={() => props.onChoose(room.id)}
            >
              <span class={css.topic}>{room.topic}</span>
              <span class={css.size}>{t().chat.members(room.members.length)}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  );
}

/**
 * The group of the unit of who is signed in, or else one that one is in, and the member that one is there: where one
 * would speak oneself.
 */
const ownRoom = (rooms: readonly Room[], me: Me): Room | undefined =>
  rooms.find(({ units }) => units.some(({ id }) => id === me.person.unit.id)) ??
  rooms.find(({ members }) => oneself(members, me) !== undefined);
const oneself = (members: readonly Member[], { person }: Me): Member | undefined =>
  members.find(({ personName }) => personName === person.name);

function Talks(props: { rooms: readonly Room[] }): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const me = useMe();
  const [talk, setTalk] = useView('talk', TALKS);
  const room = (): Room | undefined =>
    props.rooms.find(({ id }) => String(id) === search.room) ?? ownRoom(props.rooms, me()) ?? props.rooms[0];
  const member = (): Member | undefined => {
    const members = room()?.members ?? [];
    const asked = members.find(({ contactId }) => String(contactId) === search.as);
    return asked ?? oneself(members, me()) ?? members.find(({ role }) => role === 'liaison') ?? members[0];
  };
  return (
    <div class={css.page}>
      <div class={css.choices}>
        <div class={css.roomChoice}>
          <Choose
            label={t().chat.room}
            value={String(room()?.id ?? '')}
            options={props.rooms.map(({ id, topic }) => ({ value: String(id), name: topic }))}
            required
            onChoose={(value) => setSearch({ room: value, as: null })}
          />
        </div>
        <Choose
          label={t().chat.speaker}
          value={String(member()?.contactId ?? '')}
          options={(room()?.members ?? []).map((each) => ({
            value: String(each.contactId),
            name: nameOf(each),
          }))}
          required
          onChoose={(value) => setSearch({ as: value })}
        />
        <RoomList
          rooms={props.rooms}
          chosen={room()?.id}
          onChoose={(id) => setSearch({ room: id, as: null })}
        />
        <div class={css.tabs}>
          <Tabs
            label={t().chat.title}
            options={TALKS.map((key) => ({ key, name: t().chat[key] }))}
            chosen={talk()}
            onChoose={setTalk}
          />
        </div>
      </div>
      <Show when={room()}>
        {(chosen) => (
          <Show when={member()} fallback={<Empty title={t().chat.noMember} />}>
            {(speaker) => (
              <div class={css.windows} data-talk={talk()}>
                <RoomWindow room={chosen()} contactId={speaker().contactId} />
                <PrivateWindow contactId={speaker().contactId} name={speaker().name} />
              </div>
            )}
          </Show>
        )}
      </Show>
    </div>
  );
}
