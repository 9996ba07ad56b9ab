import { type JSX, Show } from 'solid-js';
import type { RankingGroup } from '../../../../db/vocabulary.ts';
import type { Overview } from '../../api.ts';
import { scoreOf } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { bandOf } from '../../parts/marks/band.ts';
import { Changed } from '../../parts/marks/changed.tsx';
import { Movement } from '../../parts/marks/movement.tsx';
import { ShareBar } from '../../parts/marks/share-bar.tsx';
import { Sparkline } from '../../parts/marks/sparkline.tsx';
import css from './ranking-list.module.css';

type Row = Overview['rankings'][number]['rows'][number];

/** A full score is a full bar; additions beyond it do not show in the bar. */
const FULL = 100;

/** A ranking as a list of bars: rank, name, score, movement and the way of the last weeks. */
export function RankingList(props: {
  group: RankingGroup;
  title: string;
  rows: readonly Row[];
}): JSX.Element {
  return (
    <ol aria-label={props.title}>
      <Keyed each={props.rows} by={(row) => row.unitId}>
        {(row, index) => (
          <li class={css.item} data-band={bandOf(index(), props.rows.length, row().rank)}>
            <a class={css.row} href={`/ranking?group=${props.group}&unit=${row().unitId}`}>
              <span class={css.rank}>{row().rank ?? t().common.missing}</span>
              <span class={css.name}>{row().name}</span>
              <span class={css.bar}>
                <ShareBar
                  share={(row().total ?? 0) / FULL}
                  strong={bandOf(index(), props.rows.length, row().rank) === 'top'}
                />
              </span>
              <span class={css.score}>
                <Changed value={row().total}>
                  <Show when={row().total !== null} fallback={t().ranking.unranked}>
                    {scoreOf(row().total ?? 0)}
                  </Show>
                </Changed>
              </span>
              <span class={css.move}>
                <Changed value={row().rank}>
                  <Movement rank={row().rank} previous={row().previousRank} />
                </Changed>
              </span>
              <span>
                <Sparkline values={[...row().trend, row().total]} />
              </span>
            </a>
          </li>
        )}
      </Keyed>
    </ol>
  );
}
