import { useMutation } from '@tanstack/solid-query';
import { type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Choose } from '../../../parts/forms/choose.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { type RoomList, type ShownRoom, setStandIn } from './queries.ts';
import css from './rooms.module.css';
import { useFreshRooms } from './use-rooms.ts';

/** For which room this one stands in (备用群); only rooms of other gateways can be meant. */
export function StandIn(props: { room: ShownRoom; all: RoomList['rooms'] }): JSX.Element {
  const onSuccess = useFreshRooms();
  const change = useMutation(() => ({
    mutationFn: (forRoom: number | null) => setStandIn(props.room.id, forRoom),
    onSuccess,
  }));
  const others = () => props.all.filter(({ gateway }) => gateway !== props.room.gateway);
  return (
    <Show when={others().length > 0}>
      <div class={css.standIn}>
        <Choose
          label={t().rooms.standsInFor}
          value={props.room.standsInFor === null ? '' : String(props.room.standsInFor)}
          all={t().rooms.nobody}
          options={others().map(({ id, topic, gateway }) => ({
            value: String(id),
            name: `${topic} · ${t().channels.names[gateway]}`,
          }))}
          onChoose={(value) => change.mutate(value === '' ? null : Number(value))}
        />
        <ProblemNote error={change.error} />
      </div>
    </Show>
  );
}
