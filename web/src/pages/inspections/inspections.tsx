import { A, useNavigate, useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { INSPECTION_STATES } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Choose } from '../../parts/forms/choose.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { queries } from '../../queries.ts';
import { useMe } from '../../session.ts';
import { monthsOf } from '../tasks/task-filter.ts';
import css from './inspections.module.css';
import { PlanDialog } from './plan-dialog.tsx';
import { type InspectionFilter, inspectionQueries } from './queries.ts';
import { Rows } from './rows.tsx';

const STATES = [...INSPECTION_STATES, 'unsettled'] as const;

/** Inspections (调度检查): those planned first, by unit, state and month. */
export default function Inspections(): JSX.Element {
  const me = useMe();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams<{ unit: string; state: string; month: string }>();
  const [planning, setPlanning] = createSignal(false);
  const words = () => t().inspections;
  const may = (action: 'inspection.plan' | 'inspection.prepare'): boolean => me().can.includes(action);
  const filter = (): InspectionFilter => {
    const state = STATES.find((each) => each === search.state);
    const month = monthsOf(me().today).find((each) => each === search.month);
    const unit = /^[1-9]\d*$/.test(search.unit ?? '') ? search.unit : undefined;
    return {
      ...(unit === undefined ? {} : { unit }),
      ...(state === undefined ? {} : { state }),
      ...(month === undefined ? {} : { month }),
    };
  };
  const list = useQuery(() => inspectionQueries.list(filter()));
  const filtered = (): boolean => Object.keys(filter()).length > 0;
  const hint = (): string => (may('inspection.plan') ? words().noneHint : words().noneHintUnit);
  return (
    <>
      <PageHead title={words().title}>
        <Show when={may('inspection.prepare')}>
          <A class={css.aside} href="/inspections/lists">
            {t().checkLists.title}
          </A>
        </Show>
        <Show when={may('inspection.plan')}>
          <Button look="main" onClick={() => setPlanning(true)}>
            {words().plan}
          </Button>
        </Show>
      </PageHead>
      <div class={css.filter} data-screen-only>
        <Show when={me().person.role !== 'liaison'}>
          <UnitFilter value={filter().unit ?? ''} onChoose={(unit) => setSearch({ unit })} />
        </Show>
        <Choose
          label={words().stateLabel}
          value={filter().state ?? ''}
          options={STATES.map((value) => ({
            value,
            name: value === 'unsettled' ? words().unsettled : words().state[value],
          }))}
          onChoose={(state) => setSearch({ state })}
        />
        <Choose
          label={words().month}
          value={filter().month ?? ''}
          options={monthsOf(me().today).map((value) => ({ value, name: t().date.month(value) }))}
          onChoose={(month) => setSearch({ month })}
        />
      </div>
      <Answered query={list} waiting={<Skeleton lines={8} />}>
        {(data) => (
          <Show
            when={data().inspections.length > 0}
            fallback={
              <Empty
                title={filtered() ? words().none : words().noneYet}
                hint={filtered() ? undefined : hint()}
              />
            }
          >
            <Rows rows={data().inspections} />
          </Show>
        )}
      </Answered>
      <Show when={planning()}>
        <PlanDialog
          today={me().today}
          onClose={() => setPlanning(false)}
          onDone={({ inspection }) => navigate(`/inspections/${inspection.id}`)}
        />
      </Show>
    </>
  );
}

function UnitFilter(props: { value: string; onChoose: (unit: string) => void }): JSX.Element {
  const units = useQuery(() => queries.units());
  const assessed = () =>
    (units.isPending ? [] : (units.data?.units ?? [])).filter((unit) => unit.rankingGroup !== null);
  return (
    <Choose
      label={t().inspections.unit}
      value={props.value}
      options={assessed().map((unit) => ({ value: String(unit.id), name: unit.shortName }))}
      onChoose={props.onChoose}
    />
  );
}
