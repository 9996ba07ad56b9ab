import { useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { ASSIGNMENT_STATES } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { Choose } from '../../parts/forms/choose.tsx';
import { Search } from '../../parts/forms/search.tsx';
import { queries } from '../../queries.ts';
import { useMe } from '../../session.ts';
import css from './filter-bar.module.css';
import { GROUPINGS, monthsOf, type TaskFilter } from './task-filter.ts';
import { ORDERS } from './task-pages.ts';

/** How long a pause in typing is waited for before the list is asked for. */
const PAUSE_MS = 300;

/** Everything that the list can be narrowed and grouped by; each choice goes into the address. */
export function FilterBar(props: { filter: TaskFilter }): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const me = useMe();
  const [open, setOpen] = createSignal(false);
  const units = useQuery(() => queries.units());
  const ranked = createMemo(() =>
    (units.isPending ? [] : (units.data?.units ?? [])).filter(({ rankingGroup }) => rankingGroup !== null),
  );
  const set = (name: string, value: string): void =>
    setSearch({ [name]: value === '' ? null : value }, { scroll: false });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const typed = (text: string): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => setSearch({ q: text.trim() || null }, { replace: true, scroll: false }),
      PAUSE_MS,
    );
  };
  onCleanup(() => clearTimeout(timer));

  return (
    <search class={css.bar}>
      <Search label={t().tasks.search} value={props.filter.q ?? ''} onInput={typed} />
      <button
        type="button"
        class={css.toggle}
        aria-expanded={open()}
        aria-controls="filters"
        onClick={() => setOpen(!open())}
      >
        {t().tasks.filters(Object.keys(props.filter).filter((key) => key !== 'q').length)}
      </button>
      <div id="filters" class={css.choices} data-open={open() ? '' : undefined}>
        <Show when={me().person.role !== 'liaison'}>
          <Choose
            label={t().tasks.unit}
            value={props.filter.unit ?? ''}
            options={ranked().map(({ id, shortName }) => ({ value: String(id), name: shortName }))}
            onChoose={(value) => set('unit', value)}
          />
        </Show>
        <Choose
          label={t().tasks.state}
          value={props.filter.state ?? ''}
          options={ASSIGNMENT_STATES.map((state) => ({ value: state, name: t().state[state] }))}
          onChoose={(value) => set('state', value)}
        />
        <ChapterChoice filter={props.filter} onChoose={(value) => set('chapter', value)} />
        <Choose
          label={t().tasks.month}
          value={props.filter.month ?? ''}
          options={monthsOf(me().today).map((month) => ({ value: month, name: t().date.month(month) }))}
          onChoose={(value) => set('month', value)}
        />
        <Choose
          label={t().tasks.order}
          value={search.order === 'due' ? 'due' : 'urgency'}
          options={ORDERS.map((key) => ({ value: key, name: t().tasks.orders[key] }))}
          required
          onChoose={(value) => set('order', value === 'urgency' ? '' : value)}
        />
        <Choose
          label={t().tasks.group}
          value={typeof search.group === 'string' ? search.group : ''}
          all={t().tasks.byNone}
          options={GROUPINGS.filter((key) => key !== 'none').map((key) => ({
            value: key,
            name: t().tasks.by[key],
          }))}
          onChoose={(value) => set('group', value)}
        />
      </div>
    </search>
  );
}

/** The chapters of the plan, as the overview has them; who may not see that narrows by other things. */
function ChapterChoice(props: { filter: TaskFilter; onChoose: (value: string) => void }): JSX.Element {
  const me = useMe();
  const overview = useQuery(() => ({ ...queries.overview(), enabled: me().can.includes('overview.see') }));
  const chapters = () => (overview.isPending ? [] : (overview.data?.chapters ?? []));
  return (
    <Show when={chapters().length > 0}>
      <Choose
        label={t().tasks.chapter}
        value={props.filter.chapter ?? ''}
        options={chapters().map(({ number, title }) => ({ value: number, name: title }))}
        onChoose={props.onChoose}
      />
    </Show>
  );
}
