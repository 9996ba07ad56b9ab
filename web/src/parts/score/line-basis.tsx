import { useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { queries } from '../../queries.ts';
import { Button } from '../forms/button.tsx';
import { History } from '../history/history.tsx';
import { Answered } from '../states/answered.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import css from './line-basis.module.css';
import { type LineBasis as Basis, scoreQueries, type View } from './queries.ts';

interface LineBasisProps {
  unitId: number;
  indicator: string;
  name: string;
  view: View;
}

/** How many records stand open before one asks for the rest. */
const FEW = 8;

/** What a line of a score rests on (依据), opened on demand: the records, and in each what was said, down to the chat. */
export function LineBasis(props: LineBasisProps): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <details class={css.basis} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class={css.summary} aria-label={t().scores.basisOf(props.name)}>
        {t().scores.basis}
      </summary>
      <Show when={open()}>
        <Opened {...props} />
      </Show>
    </details>
  );
}

function Opened(props: LineBasisProps): JSX.Element {
  const basis = useQuery(() => scoreQueries.line(props.unitId, props.indicator, props.view));
  return (
    <Answered query={basis} waiting={<Skeleton lines={2} />}>
      {(data) => (
        <>
          <Show when={data().signed}>{(signed) => <Signed {...signed()} />}</Show>
          <Show when={data().records} fallback={<Reported figures={data().reported} />}>
            {(records) => <Records records={records()} counts={data().counts} />}
          </Show>
        </>
      )}
    </Answered>
  );
}

/** The value that was signed, and why the committee changed it where it did. */
function Signed(props: NonNullable<Basis['signed']>): JSX.Element {
  const said = (): string[] => [
    t().scores.signed(props.value ?? t().common.missing),
    ...(props.changedFor === null ? [] : [t().scores.changedFor(props.changedFor)]),
  ];
  return <p class={css.title}>{said().join(' · ')}</p>;
}

type Behind = NonNullable<Basis['records']>[number];

/** The records that were counted; what was not met comes first, since it is what one asks about. */
function Records(props: { records: readonly Behind[]; counts: boolean }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const sorted = () => [...props.records].sort((a, b) => Number(a.met) - Number(b.met));
  const shown = () => (all() ? sorted() : sorted().slice(0, FEW));
  const met = (): number => props.records.filter((record) => record.met).length;
  return (
    <Show when={props.records.length > 0} fallback={<p class={css.none}>{t().scores.nothingCounted}</p>}>
      <p class={css.none}>
        {props.counts
          ? t().scores.countedOnly(props.records.length)
          : t().scores.counted(met(), props.records.length)}
      </p>
      <ul>
        <For each={shown()}>{(record) => <Record record={record} counts={props.counts} />}</For>
      </ul>
      <Show when={!all() && props.records.length > FEW}>
        <Button look="words" onClick={() => setAll(true)}>
          {t().common.more}
        </Button>
      </Show>
    </Show>
  );
}

function Record(props: { record: Behind; counts: boolean }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <li class={css.record}>
      <Show when={props.record.assignmentId} fallback={<Told {...props} />}>
        {(id) => (
          <details onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary class={css.told}>
              <Told {...props} />
            </summary>
            <Show when={open()}>
              <Past assignmentId={id()} />
            </Show>
          </details>
        )}
      </Show>
      <Show when={props.record.inspectionId}>
        {(id) => (
          <a class={css.more} href={`/inspections/${id()}`}>
            {t().inspections.one}
          </a>
        )}
      </Show>
    </li>
  );
}

function Told(props: { record: Behind; counts: boolean }): JSX.Element {
  return (
    <>
      <Show when={!props.counts}>
        <span class={css.mark} data-met={props.record.met ? '' : undefined}>
          {props.record.met ? t().scores.met : t().scores.unmet}
        </span>
      </Show>
      <b class={css.title}>{props.record.title}</b>
      <span class={css.outcome}>{props.record.outcome}</span>
    </>
  );
}

/** The history of one assignment: who said what, by which way, with which picture. */
function Past(props: { assignmentId: number }): JSX.Element {
  const task = useQuery(() => queries.task(props.assignmentId));
  return (
    <div class={css.past}>
      <Answered query={task} waiting={<Skeleton lines={3} />}>
        {(detail) => (
          <>
            <History records={detail().records} undoable={null} undoing={false} onUndo={() => undefined} />
            <a class={css.more} href={`/tasks/${props.assignmentId}`}>
              {t().scores.history}
            </a>
          </>
        )}
      </Answered>
    </div>
  );
}

/** The figures that were reported for the line, the one that counts first. */
function Reported(props: { figures: Basis['reported'] }): JSX.Element {
  const said = ({ value, outOf, marks, notApplicable }: Basis['reported'][number]): string => {
    if (notApplicable) return t().lineState.notApplicable;
    if (marks !== null) return `${t().scores.people(marks.length)} ${marks.join('、')}`;
    if (typeof value === 'boolean') return value ? t().scores.yes : t().scores.no;
    return outOf === null ? String(value) : `${value} / ${outOf}`;
  };
  return (
    <Show when={props.figures.length > 0} fallback={<p class={css.none}>{t().scores.notReported}</p>}>
      <ul>
        <For each={props.figures}>
          {(figure) => (
            <li class={css.record}>
              <b class={css.title}>{said(figure)}</b>
              <span class={css.outcome}>
                {[t().scores.reportedAt(t().date.time(figure.at)), figure.person, figure.note]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
