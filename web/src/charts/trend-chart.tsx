import { useNavigate } from '@solidjs/router';
import { createMemo, For, type JSX } from 'solid-js';
import type { Day, RankingGroup } from '../../../db/vocabulary.ts';
import { scoreOf } from '../figures.ts';
import { t } from '../i18n/language.ts';
import { Chart } from './chart.tsx';
import { TableBehind } from './table-behind.tsx';
import { type TrendRow, trendDays, trendOption } from './trend.ts';

interface TrendChartProps {
  day: Day;
  group: RankingGroup;
  title: string;
  rows: readonly (TrendRow & { unitId: number })[];
}

const HEIGHT = 480;

/** The scores of the last weeks as lines; a line leads to its unit. The figures stand in a table behind. */
export default function TrendChart(props: TrendChartProps): JSX.Element {
  const navigate = useNavigate();
  const weeks = createMemo(() => Math.max(0, ...props.rows.map(({ trend }) => trend.length)));
  const days = createMemo(() => trendDays(props.day, weeks()));
  const open = (name: string): void => {
    const row = props.rows.find((each) => each.name === name);
    if (row !== undefined) navigate(`/ranking?group=${props.group}&unit=${row.unitId}`);
  };
  return (
    <figure>
      <Chart
        label={`${props.title} · ${t().overview.trend}`}
        height={HEIGHT}
        option={(palette) => trendOption(props.rows, days(), palette)}
        onPick={open}
      />
      <TableBehind title={t().overview.trendTable}>
        <thead>
          <tr>
            <th scope="col">{t().ranking.unit}</th>
            <For each={days()}>{(day) => <th scope="col">{t().date.short(day)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">{row.name}</th>
                <For each={[...row.trend, row.total]}>
                  {(value) => <td>{value === null ? t().common.missing : scoreOf(value)}</td>}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </TableBehind>
    </figure>
  );
}
