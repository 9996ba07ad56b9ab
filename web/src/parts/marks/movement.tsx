import { type JSX, Match, Switch } from 'solid-js';
import { t } from '../../i18n/language.ts';
import css from './movement.module.css';

interface MovementProps {
  rank: number | null;
  previous: number | null;
}

/** Places gained or lost (变化): an arrow and how many, the words for screen readers. */
export function Movement(props: MovementProps): JSX.Element {
  const gained = (): number | null =>
    props.rank === null || props.previous === null ? null : props.previous - props.rank;
  const by = (): number => Math.abs(gained() ?? 0);
  return (
    <Switch
      fallback={
        <span class={css.level} role="img" aria-label={t().ranking.level}>
          –
        </span>
      }
    >
      <Match when={gained() === null}>
        <span class={css.level} role="img" aria-label={t().ranking.fresh}>
          ·
        </span>
      </Match>
      <Match when={(gained() ?? 0) > 0}>
        <span class={css.up} role="img" aria-label={t().ranking.up(by())}>
          ↑{by()}
        </span>
      </Match>
      <Match when={(gained() ?? 0) < 0}>
        <span class={css.down} role="img" aria-label={t().ranking.down(by())}>
          ↓{by()}
        </span>
      </Match>
    </Switch>
  );
}
