import { useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createMemo, type JSX, Show } from 'solid-js';
import { parseDay } from '../../../../api/domain/time/day.ts';
import { type Day, RANKING_GROUPS } from '../../../../db/vocabulary.ts';
import type { Ranking as RankingData } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { DownloadLink } from '../../parts/download-link.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { Search } from '../../parts/forms/search.tsx';
import { Tabs } from '../../parts/forms/tabs.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { KNOWN, type Known, scoreQueries, type View } from '../../parts/score/queries.ts';
import { Settled } from '../../parts/score/settled.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useView } from '../../parts/view.ts';
import { useMe } from '../../session.ts';
import { sortRows } from './heat.ts';
import css from './ranking.module.css';
import { RankingTable } from './ranking-table.tsx';
import { Revision } from './revision.tsx';
import { Why } from './why.tsx';

/** The ranking (排名) of one group on any day, with every point explained. */
export default function Ranking(): JSX.Element {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [group, setGroup] = useView('group', RANKING_GROUPS, ['unit', 'line', 'sort']);
  const day = (): Day | undefined => (typeof search.day === 'string' ? parseDay(search.day) : undefined);
  const known = (): Known | undefined => KNOWN.find((each) => each === search.known);
  const past = (): Day | undefined => (day() !== undefined && day() !== me().today ? day() : undefined);
  const view = (): View => ({ day: past(), known: past() === undefined ? undefined : known() });
  const ranking = useQuery(() => scoreQueries.ranking(group(), view()));
  return (
    <>
      <PageHead
        title={t().ranking.title}
        aside={<Show when={!ranking.isPending && ranking.data}>{(data) => <Basis data={data()} />}</Show>}
      >
        <Tabs
          label={t().ranking.group}
          options={RANKING_GROUPS.map((key) => ({ key, name: t().group[key] }))}
          chosen={group()}
          onChoose={setGroup}
        />
      </PageHead>
      <div class={css.tools} data-screen-only>
        <Search
          label={t().ranking.search}
          value={typeof search.q === 'string' ? search.q : ''}
          onInput={(text) => setSearch({ q: text.trim() || null }, { replace: true, scroll: false })}
        />
        <Field label={t().ranking.day}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              max={me().today}
              value={day() ?? me().today}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                setSearch({ day: chosen === me().today || chosen === '' ? null : chosen }, { scroll: false });
              }}
            />
          )}
        </Field>
        <DownloadLink
          href={`/api/ranking/score-sheet.xlsx?group=${group()}${day() === undefined ? '' : `&day=${day()}`}`}
        >
          {t().excel.scoreSheet}
        </DownloadLink>
        <Show when={past()}>
          <Tabs
            label={t().scores.known}
            options={[
              { key: 'then', name: t().scores.asThen },
              { key: 'now', name: ranking.data?.settled ? t().scores.asSettled : t().scores.asNow },
            ]}
            chosen={known() ?? ranking.data?.known ?? 'then'}
            onChoose={(key) => setSearch({ known: key }, { replace: true, scroll: false })}
          />
        </Show>
      </div>
      <Show when={known() === 'now' ? past() : undefined}>
        {(shown) => <Revision group={group()} day={shown()} />}
      </Show>
      <Answered query={ranking} waiting={<Skeleton lines={12} tall />}>
        {(data) => (
          <Show
            when={data().rows.length > 0}
            fallback={<Empty title={t().ranking.empty} hint={t().ranking.emptyHint} />}
          >
            <Show when={data().settled}>{(settled) => <Settled of={settled()} />}</Show>
            <Shown data={data()} view={view()} />
          </Show>
        )}
      </Answered>
    </>
  );
}

/** By which scheme, and as of when. */
function Basis(props: { data: RankingData }): JSX.Element {
  return (
    <>
      {[
        t().overview.asOf(t().date.time(props.data.asOf)),
        t().ranking.scheme(props.data.scheme.year, props.data.scheme.version),
        props.data.mode === 'rolling' ? t().ranking.rolling : t().ranking.final,
      ].join(' · ')}
    </>
  );
}

function Shown(props: { data: RankingData; view: View }): JSX.Element {
  const [search] = useSearchParams();
  const text = (): string => (typeof search.q === 'string' ? search.q : '');
  const sort = (): string | undefined => (typeof search.sort === 'string' ? search.sort : undefined);
  const rows = createMemo(() =>
    sortRows(props.data.rows, sort()).filter(({ name }) => name.includes(text())),
  );
  const chosen = () =>
    props.data.rows.find(({ unitId }) => String(unitId) === search.unit) ?? props.data.rows[0];
  return (
    <Show when={rows().length > 0} fallback={<Empty title={t().ranking.noMatch} />}>
      <div class={css.columns}>
        <div class={css.table}>
          <RankingTable rows={rows()} all={props.data.rows} chosen={chosen()?.unitId ?? null} />
        </div>
        <Show when={chosen()}>{(row) => <Why row={row()} view={props.view} />}</Show>
      </div>
    </Show>
  );
}
