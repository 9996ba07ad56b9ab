import { useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createMemo, type JSX, Show } from 'solid-js';
import { RANKING_GROUPS } from '../../../../../db/vocabulary.ts';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Choose } from '../../../parts/forms/choose.tsx';
import { Tabs } from '../../../parts/forms/tabs.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useView } from '../../../parts/view.ts';
import { useMe } from '../../../session.ts';
import css from './bench.module.css';
import { CELL_STATES, isShown, rowsShown } from './bench-filter.ts';
import { BenchTable } from './bench-table.tsx';
import { CellPanel } from './cell-panel.tsx';
import { type Annual, annualQueries, useAnnual, type Workbench } from './queries.ts';
import { useStand } from './year.tsx';

/** The committee's desk (考评工作台): units by indicators, every cell explained, marked and overridden from here. */
export default function Bench(): JSX.Element {
  const annual = useStand();
  const [group, setGroup] = useView('group', RANKING_GROUPS);
  const [, setSearch] = useSearchParams();
  const bench = useQuery(() => annualQueries.workbench(annual().id, group()));
  return (
    <>
      <Marking annual={annual()} />
      <Tabs
        label={t().ranking.group}
        options={RANKING_GROUPS.map((key) => ({ key, name: t().group[key] }))}
        chosen={group()}
        onChoose={(key) => {
          setSearch({ unit: null, line: null, indicator: null }, { replace: true });
          setGroup(key);
        }}
      />
      <Answered query={bench} waiting={<Skeleton lines={12} tall />}>
        {(data) => <Shown annual={annual()} bench={data()} />}
      </Answered>
    </>
  );
}

/** One's own marking: how far it is, and handing it in. */
function Marking(props: { annual: Annual }): JSX.Element {
  const me = useMe();
  const { handIn } = useAnnual(() => props.annual.id);
  const own = () => props.annual.markers.find(({ id }) => id === me().person.id);
  return (
    <Show when={props.annual.step === 'review' && own()}>
      {(marker) => (
        <section class={css.marking} aria-label={more().annual.myMarks}>
          <p>
            {more().annual.marked(marker().marked, marker().wanted)}
            <span class={css.hint}>
              {marker().handedIn || props.annual.marksOpen ? more().annual.locked : more().annual.typeHint}
            </span>
          </p>
          <ProblemNote error={handIn.error} />
          <Show when={props.annual.can.handIn}>
            <Button look="main" busy={handIn.isPending} onClick={() => handIn.mutate(null)}>
              {more().annual.handIn}
            </Button>
          </Show>
        </section>
      )}
    </Show>
  );
}

function Shown(props: { annual: Annual; bench: Workbench }): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const text = (name: 'unit' | 'line' | 'indicator'): string => {
    const value = search[name];
    return typeof value === 'string' ? value : '';
  };
  const state = () => CELL_STATES.find((each) => each === search.state) ?? null;
  const columns = createMemo(() => {
    const one = props.bench.indicators.filter(({ code }) => code === text('indicator'));
    return one.length > 0 ? one : props.bench.indicators;
  });
  const rows = createMemo(() => rowsShown(props.bench.rows, columns(), state()));
  const isChosen = () =>
    props.bench.rows.some(({ unitId }) => String(unitId) === text('unit')) &&
    props.bench.indicators.some(({ code }) => code === text('line'));
  const choose = (unitId: number | null, line: string | null): void =>
    setSearch({ unit: unitId === null ? null : String(unitId), line }, { replace: true, scroll: false });
  return (
    <>
      <div class={css.filters}>
        <Choose
          label={more().annual.indicator}
          value={text('indicator')}
          options={props.bench.indicators.map(({ code, name }) => ({ value: code, name: `${code} ${name}` }))}
          onChoose={(code) => setSearch({ indicator: code || null }, { replace: true, scroll: false })}
        />
        <Choose
          label={more().annual.cellState}
          value={state() ?? ''}
          options={CELL_STATES.map((value) => ({ value, name: more().annual.cellStates[value] }))}
          onChoose={(value) => setSearch({ state: value || null }, { replace: true, scroll: false })}
        />
      </div>
      <div class={css.columns} data-open={isChosen() ? '' : undefined}>
        <Show when={rows().length > 0} fallback={<Empty title={more().annual.noMatch} />}>
          <BenchTable
            id={props.annual.id}
            rows={rows()}
            columns={columns()}
            chosen={{ unit: text('unit'), line: text('line') }}
            isShown={(line) => isShown(line, state())}
            onOpen={choose}
          />
        </Show>
        <Show when={isChosen()}>
          <CellPanel
            annual={props.annual}
            unitId={Number(text('unit'))}
            indicator={text('line')}
            onClose={() => choose(null, null)}
          />
        </Show>
      </div>
    </>
  );
}
