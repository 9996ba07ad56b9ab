import { A, useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { type JSX, lazy, Show, Suspense } from 'solid-js';
import { parseDay } from '../../../../api/domain/time/day.ts';
import { scoreOf } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { ByNumber } from '../../parts/by-number.tsx';
import { Changed } from '../../parts/marks/changed.tsx';
import { Movement } from '../../parts/marks/movement.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { KNOWN, scoreQueries, type UnitScore } from '../../parts/score/queries.ts';
import { Settled } from '../../parts/score/settled.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { mayExplain, useMe } from '../../session.ts';
import { Gap } from './gap.tsx';
import { UnitInspections } from './inspections.tsx';
import { Lines } from './lines.tsx';
import { Timeline } from './timeline.tsx';
import css from './unit.module.css';

const UnitTrend = lazy(() => import('../../charts/unit-trend.tsx'));

/** One unit (单位): its score explained, what it could still gain, how it got here, and what it reported. */
export default function UnitPage(): JSX.Element {
  return <ByNumber>{(id) => <Opened id={id} />}</ByNumber>;
}

function Opened(props: { id: number }): JSX.Element {
  const [search] = useSearchParams();
  const day = () => (typeof search.day === 'string' ? parseDay(search.day) : undefined);
  const against = (): string | undefined => (typeof search.against === 'string' ? search.against : undefined);
  const known = () => KNOWN.find((each) => each === search.known);
  const score = useQuery(() => scoreQueries.unit(props.id, { day: day(), known: known() }, against()));
  return (
    <Answered whole query={score} waiting={<Skeleton lines={12} tall />}>
      {(data) => <Shown data={data()} />}
    </Answered>
  );
}

function Shown(props: { data: UnitScore }): JSX.Element {
  const me = useMe();
  const score = () => props.data.score;
  const id = (): number => props.data.unit.id;
  return (
    <>
      <PageHead
        title={props.data.unit.name}
        aside={[
          t().overview.asOf(t().date.time(props.data.asOf)),
          t().ranking.scheme(props.data.scheme.year, props.data.scheme.version),
          props.data.mode === 'rolling' ? t().ranking.rolling : t().ranking.final,
        ].join(' · ')}
      >
        <A class={css.link} href={`/ranking?group=${props.data.unit.group}&unit=${id()}`}>
          {t().ranking.title}
        </A>
        <Show when={me().can.includes('assignment.see') && mayExplain(me(), id())}>
          <A class={css.link} href={`/tasks?unit=${id()}`}>
            {t().scores.tasks}
          </A>
        </Show>
      </PageHead>
      <Show when={props.data.settled}>{(settled) => <Settled of={settled()} />}</Show>
      <p class={css.standing}>
        <b class={css.total}>
          <Changed value={score().total}>
            {((total) => (total === null ? t().ranking.unranked : scoreOf(total)))(score().total)}
          </Changed>
        </b>
        <Show when={score().rank}>
          {(rank) => <span>{t().scores.place(rank(), props.data.ranked)}</span>}
        </Show>
        <Movement rank={score().rank} previous={props.data.previousRank} />
        <span>{score().vetoed ? t().ranking.vetoed : score().grade}</span>
        <span class={css.parts}>
          {`${t().ranking.scaled} ${scoreOf(score().scaled)} + ${t().ranking.bonus} ${scoreOf(score().bonus)} − ${t().ranking.penalty} ${scoreOf(score().penalty)}`}
        </span>
      </p>
      <div class={css.columns}>
        <div class={css.main}>
          <Lines data={props.data} mayAsk={mayExplain(me(), id())} />
        </div>
        <div class={css.side}>
          <Gap data={props.data} />
          <Show when={props.data.settled === null}>
            <Gains data={props.data} />
          </Show>
          <Trend data={props.data} />
        </div>
      </div>
      <Show when={mayExplain(me(), id())}>
        <Show when={me().can.includes('inspection.see')}>
          <UnitInspections unitId={id()} />
        </Show>
        <Timeline unitId={id()} />
      </Show>
    </>
  );
}

function Gains(props: { data: UnitScore }): JSX.Element {
  return (
    <section aria-labelledby="gains">
      <h2 id="gains" class={css.title}>
        {t().scores.gains}
      </h2>
      <Show when={props.data.gains.length > 0} fallback={<p>{t().scores.noGains}</p>}>
        <ul>
          {props.data.gains.map((gain) => (
            <li class={css.gain}>
              <b class={css.plus}>{`+${scoreOf(gain.gain)}`}</b>
              <span>{gain.text}</span>
            </li>
          ))}
        </ul>
      </Show>
    </section>
  );
}

function Trend(props: { data: UnitScore }): JSX.Element {
  return (
    <section aria-labelledby="trend">
      <h2 id="trend" class={css.title}>
        {t().scores.trend}
      </h2>
      <Show
        when={props.data.trend.length > 1}
        fallback={<Empty title={t().scores.noTrend} hint={t().scores.noTrendHint} />}
      >
        <Suspense fallback={<div class={css.chart} />}>
          <UnitTrend name={props.data.unit.name} points={props.data.trend} />
        </Suspense>
      </Show>
    </section>
  );
}
