import { For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { EvidenceList } from '../../parts/evidence/evidence-list.tsx';
import { Moment, Moments } from '../../parts/layout/moment.tsx';
import type { OrderEvent } from '../orders/queries.ts';
import css from './trail.module.css';

/** Everything that happened to an order (督办经过), newest first, with who did it, how, and what was said. */
export function Trail(props: { events: readonly OrderEvent[] }): JSX.Element {
  const words = () => t().orders;
  const newestFirst = () => [...props.events].reverse();
  const by = (event: OrderEvent): string =>
    [event.person?.name ?? t().channel.system, t().channel[event.channel], t().date.time(event.at)]
      .filter((part, index, all) => all.indexOf(part) === index)
      .join(' · ');
  return (
    <Moments>
      <For each={newestFirst()}>
        {(event) => (
          <Moment what={words().event[event.kind]} by={by(event)}>
            <Show when={event.untilOn}>{(day) => <p>{words().until(t().date.short(day()))}</p>}</Show>
            <Show when={event.note}>{(note) => <p class={css.note}>{note()}</p>}</Show>
            <Show when={event.evidence.length > 0}>
              <EvidenceList files={event.evidence} from="/api/order-evidence" />
            </Show>
          </Moment>
        )}
      </For>
    </Moments>
  );
}
