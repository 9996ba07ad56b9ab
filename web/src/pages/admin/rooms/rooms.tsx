import { useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Keyed } from '../../../parts/keyed.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import { Figure } from '../figure.tsx';
import { BindRoom } from './bind-room.tsx';
import { type RoomList, roomsQuery, type ShownRoom } from './queries.ts';
import { RoomDetail } from './room-detail.tsx';
import css from './rooms.module.css';
import { StandIn } from './stand-in.tsx';
import { Unbind } from './unbind.tsx';

/** The rooms (工作群): what each speaks for, its traffic, who is there, and what waits for it. */
export default function Rooms(): JSX.Element {
  const rooms = useQuery(() => roomsQuery());
  return (
    <>
      <PageHead title={t().rooms.title} aside={t().rooms.about} />
      <Answered query={rooms} waiting={<Skeleton lines={12} />}>
        {(data) => (
          <Show
            when={data().rooms.length > 0}
            fallback={<Empty title={t().rooms.none} hint={t().rooms.noneHint} />}
          >
            <Keyed each={data().rooms} by={({ id }) => id}>
              {(room) => <Room room={room()} all={data().rooms} />}
            </Keyed>
          </Show>
        )}
      </Answered>
    </>
  );
}

const timeOf = (at: string | null): string => (at === null ? t().common.missing : t().date.time(at));

function Room(props: { room: ShownRoom; all: RoomList['rooms'] }): JSX.Element {
  const me = useMe();
  const words = () => t().rooms;
  const [open, setOpen] = createSignal(false);
  const [asking, setAsking] = createSignal<'bind' | 'unbind' | null>(null);
  const may = (): boolean => me().can.includes('room.bind');
  const isBound = (): boolean => props.room.boundAt !== null;
  return (
    // Of two rooms of one name, the units tell which.
    <section class={css.room} aria-labelledby={`room-${props.room.id} room-${props.room.id}-of`}>
      <div class={css.line}>
        <div>
          <h2 id={`room-${props.room.id}`} class={css.topic}>
            {props.room.topic}
          </h2>
          <p class={css.quiet}>{t().channels.names[props.room.gateway]}</p>
        </div>
        <div>
          <p id={`room-${props.room.id}-of`}>
            {isBound() ? (
              props.room.units.map(({ name }) => name).join(words().comma)
            ) : (
              <b>{words().unbound}</b>
            )}
          </p>
          <Show when={props.room.resembles}>
            <p class={css.quiet}>{words().resembles}</p>
          </Show>
          <Show when={props.room.boundAt}>
            {(at) => <p class={css.quiet}>{words().boundBy(props.room.boundBy, t().date.time(at()))}</p>}
          </Show>
        </div>
        <dl class={css.figures}>
          <Figure name={t().channels.lastInbound} value={timeOf(props.room.lastInbound)} />
          <Figure name={t().channels.lastOutbound} value={timeOf(props.room.lastOutbound)} />
          <Figure name={t().channels.waiting} value={t().channels.messages(props.room.waiting)} />
          <Figure name={words().aside} value={t().channels.messages(props.room.aside)} />
        </dl>
      </div>
      <div class={css.deeds}>
        <Show when={may()}>
          <Button look="words" onClick={() => setAsking('bind')}>
            {isBound() ? words().rebind : words().bind}
          </Button>
          <Show when={isBound()}>
            <Button look="words" onClick={() => setAsking('unbind')}>
              {words().unbind}
            </Button>
          </Show>
        </Show>
        <Button look="words" aria-expanded={open()} onClick={() => setOpen(!open())}>
          {open() ? words().less : words().more}
        </Button>
        <Show when={may()}>
          <StandIn room={props.room} all={props.all} />
        </Show>
      </div>
      <Show when={open()}>
        <RoomDetail id={props.room.id} />
      </Show>
      <Show when={asking() === 'bind'}>
        <BindRoom room={props.room} onClose={() => setAsking(null)} />
      </Show>
      <Show when={asking() === 'unbind'}>
        <Unbind room={props.room} onClose={() => setAsking(null)} />
      </Show>
    </section>
  );
}
