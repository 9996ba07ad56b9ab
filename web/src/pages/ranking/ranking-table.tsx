import { useSearchParams } from '@solidjs/router';
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { RankingRow, ScoreLine } from '../../api.ts';
import { pointsOf, scoreOf } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { bandOf } from '../../parts/marks/band.ts';
import { Changed } from '../../parts/marks/changed.tsx';
import { Movement } from '../../parts/marks/movement.tsx';
import { columnsOf, heatOf } from './heat.ts';
import css from './ranking-table.module.css';

interface RankingTableProps {
  /** The rows shown, in the order shown. */
  rows: readonly RankingRow[];
  /** All rows of the group, in the order of rank. */
  all: readonly RankingRow[];
  chosen: number | null;
}

/** Units by indicators: rank, score, movement, grade, and each line as a cell of the heat map. */
export function RankingTable(props: RankingTableProps): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const columns = createMemo(() => columnsOf(props.all));
  const codes = () => columns().map(({ code }) => code);
  const show = (unit: number, line: string | null): void =>
    setSearch({ unit, line }, { replace: true, scroll: false });
  const sortBy = (code: string): void =>
    setSearch({ sort: search.sort === code ? null : code }, { replace: true, scroll: false });
  return (
    <section class={css.scroll} aria-label={t().ranking.title}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col" class={css.number}>
              {t().ranking.rank}
            </th>
            <th scope="col">{t().ranking.unit}</th>
            <th scope="col" class={css.number}>
              {t().ranking.score}
            </th>
            <th scope="col" class={css.number}>
              {t().ranking.move}
            </th>
            <th scope="col">{t().ranking.grade}</th>
            <Keyed each={columns()} by={({ code }) => code}>
              {(column) => (
                <th
                  scope="col"
                  class={css.indicator}
                  aria-sort={search.sort === column().code ? 'descending' : 'none'}
                >
                  <button type="button" class={css.sort} onClick={() => sortBy(column().code)}>
                    <span>{column().name}</span>
                    <span class={css.weight}>
                      {column().weight > 0 ? `${t().ranking.weight} ${pointsOf(column().weight)}` : ''}
                      {search.sort === column().code ? ' ↓' : ''}
                    </span>
                  </button>
                </th>
              )}
            </Keyed>
          </tr>
        </thead>
        <tbody>
          <Keyed each={props.rows} by={(row) => row.unitId}>
            {(row) => (
              <Row
                row={row()}
                place={props.all.findIndex(({ unitId }) => unitId === row().unitId)}
                count={props.all.length}
                codes={codes()}
                chosen={props.chosen === row().unitId}
                onShow={(line) => show(row().unitId, line)}
              />
            )}
          </Keyed>
        </tbody>
      </table>
      <p class={css.hint}>{`${t().ranking.whyHint} ${t().ranking.heat}`}</p>
    </section>
  );
}

interface RowProps {
  row: RankingRow;
  place: number;
  count: number;
  /** The indicators, a cell for each: texts, which fresh data leave the same. */
  codes: readonly string[];
  chosen: boolean;
  onShow: (line: string | null) => void;
}

function Row(props: RowProps): JSX.Element {
  return (
    <tr
      class={css.row}
      data-band={bandOf(props.place, props.count, props.row.rank)}
      data-chosen={props.chosen ? '' : undefined}
    >
      <td class={css.rank}>{props.row.rank ?? t().common.missing}</td>
      <th scope="row" class={css.unit}>
        <button type="button" class={css.name} aria-pressed={props.chosen} onClick={() => props.onShow(null)}>
          {props.row.name}
        </button>
      </th>
      <td class={css.score}>
        <Changed value={props.row.total}>
          <Show when={props.row.total !== null} fallback={t().ranking.unranked}>
            {scoreOf(props.row.total ?? 0)}
          </Show>
        </Changed>
      </td>
      <td class={css.number}>
        <Movement rank={props.row.rank} previous={props.row.previousRank} />
      </td>
      <td class={css.grade}>
        {props.row.vetoed ? t().ranking.vetoed : (props.row.grade ?? t().common.missing)}
      </td>
      <For each={props.codes}>
        {(code) => (
          <Cell
            line={props.row.lines.find(({ indicator }) => indicator === code)}
            unit={props.row.name}
            onShow={() => props.onShow(code)}
          />
        )}
      </For>
    </tr>
  );
}

function Cell(props: { line: ScoreLine | undefined; unit: string; onShow: () => void }): JSX.Element {
  return (
    <td class={css.cell}>
      <Show when={props.line} fallback={<span class={css.none}>{t().common.missing}</span>}>
        {(line) => (
          <button
            type="button"
            class={css.heat}
            data-heat={heatOf(line()) ?? 'none'}
            title={line().why}
            aria-label={`${props.unit} ${line().name} ${line().state === 'scored' ? scoreOf(line().points) : t().lineState[line().state]}`}
            onClick={() => props.onShow()}
          >
            <Changed value={line().points}>
              {line().state === 'scored' ? scoreOf(line().points) : t().lineState[line().state]}
            </Changed>
          </button>
        )}
      </Show>
    </td>
  );
}
