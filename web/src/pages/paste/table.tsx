import { useMutation } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { createStore, produce } from 'solid-js/store';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { faultAt } from '../../problem.ts';
import { MessageRow } from './message-row.tsx';
import css from './paste.module.css';
import { type OpenTask, type Preview, type Recorded, readAgain, recordRows } from './queries.ts';
import { confirmed, isOfMessage, missingIn, type Row, rowOf } from './rows.ts';

interface TableProps {
  preview: Preview;
  onRecorded: (recorded: Recorded) => void;
}

/** What was read, row by row, to be corrected and recorded. */
export function Table(props: TableProps): JSX.Element {
  const [state, change] = createStore({
    rows: props.preview.rows.map(rowOf),
    tasks: Object.fromEntries(props.preview.choices.map(({ unitId, tasks }) => [unitId, tasks])) as Record<
      number,
      OpenTask[]
    >,
  });
  const taken = (): Row[] => state.rows.filter((row) => row.taken);
  const unready = (): Row[] => taken().filter((row) => missingIn(row) !== null);

  /** The message is read again for that unit: other tasks are open there. */
  const reread = useMutation(() => ({
    mutationFn: ({ row, unitId }: { row: Row; unitId: number }) => {
      const { name, at, text } = row.read;
      return readAgain({ name, at, text, unitId });
    },
    onSuccess: (answer, { row }) =>
      change(
        produce((table) => {
          for (const { unitId, tasks } of answer.choices) table.tasks[unitId] = tasks;
          const first = table.rows.findIndex(({ read }) => isOfMessage(row, read));
          const others = table.rows.filter(({ read }) => !isOfMessage(row, read));
          const fresh = answer.rows.map((read) => ({ ...rowOf(read), apart: row.apart }));
          table.rows = [...others.slice(0, first), ...fresh, ...others.slice(first)];
        }),
      ),
  }));
  const record = useMutation(() => ({
    mutationFn: () => recordRows(taken().flatMap(confirmed)),
    onSuccess: props.onRecorded,
  }));

  const List = (of: { rows: Row[] }): JSX.Element => (
    <ul class={css.rows}>
      <For each={of.rows}>
        {(row) => (
          <MessageRow
            row={row}
            tasks={row.unitId === null ? [] : (state.tasks[row.unitId] ?? [])}
            units={props.preview.units}
            fault={faultAt(record.error, `rows[${taken().indexOf(row)}]`)}
            busy={reread.isPending}
            onUnit={(unitId) => reread.mutate({ row, unitId })}
            onChange={(some) => {
              record.reset();
              change('rows', ({ id }) => id === row.id, some);
            }}
          />
        )}
      </For>
    </ul>
  );
  const reports = (): Row[] => state.rows.filter((row) => !row.apart);
  const others = (): Row[] => state.rows.filter((row) => row.apart);

  return (
    <section class={css.table} aria-labelledby="paste-read">
      <h2 id="paste-read">{t().paste.found(reports().length, taken().length)}</h2>
      <ProblemNote error={reread.error} />
      <Show when={reports().length > 0} fallback={<Empty title={t().paste.none} />}>
        <List rows={reports()} />
      </Show>
      <Show when={others().length > 0}>
        <details class={css.others}>
          <summary class={css.summary}>{t().paste.others(others().length)}</summary>
          <List rows={others()} />
        </details>
      </Show>
      <ProblemNote error={record.error} />
      <div class={css.record}>
        <Button
          look="main"
          busy={record.isPending}
          disabled={taken().length === 0 || unready().length > 0}
          onClick={() => record.mutate()}
        >
          {t().paste.record(taken().length)}
        </Button>
        <Show when={unready().length > 0}>
          <p class={css.quiet}>{t().paste.unready(unready().length)}</p>
        </Show>
      </div>
    </section>
  );
}
