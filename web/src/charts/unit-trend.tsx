import { For, type JSX } from 'solid-js';
import { parseDay } from '../../../api/domain/time/day.ts';
import { shortDay } from '../../../api/domain/time/format.ts';
import { scoreOf } from '../figures.ts';
import { t } from '../i18n/language.ts';
import { Chart, type ChartOption } from './chart.tsx';
import { lineFrame } from './line-frame.ts';
import type { Palette } from './palette.ts';
import { TableBehind } from './table-behind.tsx';

interface Point {
  day: string;
  total: number | null;
  rank: number | null;
}

const HEIGHT = 220;

const dayLabel = (text: string): string => {
  const day = parseDay(text);
  return day === undefined ? text : shortDay(day);
};

/** One unit's totals of the year as a line. */
function optionOf(name: string, points: readonly Point[], palette: Palette): ChartOption {
  const { ink } = palette;
  return {
    ...lineFrame(
      points.map(({ day }) => dayLabel(day)),
      16,
      palette,
    ),
    series: [
      {
        type: 'line',
        name,
        data: points.map(({ total }) => total ?? '-'),
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { width: 2, color: ink },
        itemStyle: { color: ink },
      },
    ],
  };
}

/** The way of one unit's score (得分走势), with the figures in a table behind. */
export default function UnitTrend(props: { name: string; points: readonly Point[] }): JSX.Element {
  return (
    <figure>
      <Chart
        label={`${props.name} · ${t().scores.trend}`}
        height={HEIGHT}
        option={(palette) => optionOf(props.name, props.points, palette)}
      />
      <TableBehind title={t().overview.trendTable}>
        <thead>
          <tr>
            <th scope="col">{t().ranking.day}</th>
            <th scope="col">{t().ranking.score}</th>
            <th scope="col">{t().ranking.rank}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.points}>
            {({ day, total, rank }) => (
              <tr>
                <th scope="row">{dayLabel(day)}</th>
                <td>{total === null ? t().common.missing : scoreOf(total)}</td>
                <td>{rank ?? t().common.missing}</td>
              </tr>
            )}
          </For>
        </tbody>
      </TableBehind>
    </figure>
  );
}
