import { useSearchParams } from '@solidjs/router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { more } from '../../../i18n/language.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Button } from '../../../parts/forms/button.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import css from './calendar.module.css';
import { DayPanel } from './day-panel.tsx';
import { Paste } from './paste.tsx';
import { type CalendarYear, calendarQuery, changeCalendar, type DayChange, undoing } from './queries.ts';
import { YearView } from './year-view.tsx';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** The year in the address; null is the running one. */
function useYear(): [() => number | null, (year: number) => void] {
  const [search, setSearch] = useSearchParams();
  const year = (): number | null => {
    const asked = Number(search.year);
    return Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= LAST_YEAR ? asked : null;
  };
  return [year, (next) => setSearch({ year: next }, { replace: true, scroll: false })];
}

/** Working days (工作日历): what is published, the admin's word over it, and the years that are not published yet. */
export default function Calendar(): JSX.Element {
  const [year, setYear] = useYear();
  const calendar = useQuery(() => calendarQuery(year()));
  const words = () => more().admin.calendar;
  return (
    <>
      <PageHead title={words().title}>
        <Show when={!calendar.isPending && calendar.data}>
          {(data) => (
            <div class={css.years}>
              <Button aria-label={words().yearBefore} onClick={() => setYear(data().year - 1)}>
                ‹
              </Button>
              <b class={css.year}>{words().year(data().year)}</b>
              <Button aria-label={words().yearAfter} onClick={() => setYear(data().year + 1)}>
                ›
              </Button>
            </div>
          )}
        </Show>
      </PageHead>
      <Answered query={calendar} waiting={<Skeleton lines={12} />}>
        {(data) => <Year calendar={data()} asked={year()} />}
      </Answered>
    </>
  );
}

function useChange(year: () => number, asked: () => number | null) {
  const client = useQueryClient();
  const [last, setLast] = createSignal<DayChange[]>([]);
  const change = useMutation(() => ({
    mutationFn: (changes: DayChange[]) => changeCalendar(year(), changes),
    onSuccess: (answer: CalendarYear, changes: DayChange[]) => {
      client.setQueryData(calendarQuery(asked()).queryKey, answer);
      setLast(changes);
    },
    onError: () => client.invalidateQueries({ queryKey: ['data', 'calendar'] }),
  }));
  return { change, last, forget: () => setLast([]) };
}

function Year(props: { calendar: CalendarYear; asked: number | null }): JSX.Element {
  const me = useMe();
  const words = () => more().admin.calendar;
  const [chosen, setChosen] = createSignal<string | null>(null);
  const [pasting, setPasting] = createSignal(false);
  const { change, last, forget } = useChange(
    () => props.calendar.year,
    () => props.asked,
  );
  const mayEdit = (): boolean => me().can.includes('calendar.edit');
  const day = () => props.calendar.days.find((each) => each.day === chosen());
  const undo = (): void => change.mutate(undoing(last()), { onSuccess: forget });
  const working = (): number => props.calendar.days.filter((each) => each.working).length;
  return (
    <>
      <Show when={props.calendar.unpublished.length > 0}>
        <p class={css.flag} role="note">
          {words().unpublished(props.calendar.unpublished)}
        </p>
      </Show>
      <div class={css.columns}>
        <YearView days={props.calendar.days} chosen={chosen()} onChoose={setChosen} />
        <aside class={css.side}>
          <p class={css.source}>
            {words().total(props.calendar.year, working())}
            <br />
            {words().legend}
          </p>
          <Show when={!pasting() && change.error}>{(error) => <ProblemNote error={error()} />}</Show>
          <Show when={last().length > 0}>
            <p class={css.done} role="status">
              {words().changed(last().length)}
              <Button look="words" busy={change.isPending} onClick={undo}>
                {words().undo}
              </Button>
            </p>
          </Show>
          <Show when={day()} fallback={<p class={css.source}>{words().choose}</p>}>
            {(shown) => (
              <DayPanel
                day={shown()}
                known={props.calendar.known}
                mayEdit={mayEdit()}
                busy={change.isPending}
                onChange={change.mutate}
              />
            )}
          </Show>
          <Show when={mayEdit()}>
            <Button onClick={() => setPasting(true)}>{words().paste}</Button>
            <Dialog open={pasting()} title={words().paste} onClose={() => setPasting(false)}>
              <Paste
                calendar={props.calendar}
                busy={change.isPending}
                error={change.error}
                onChange={(changes) => change.mutate(changes, { onSuccess: () => setPasting(false) })}
              />
            </Dialog>
          </Show>
        </aside>
      </div>
    </>
  );
}
