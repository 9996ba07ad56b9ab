import { For, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Buttons } from '../../../parts/forms/buttons.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import type { ValueCheck, ValueTable } from './queries.ts';
import type { useRecord } from './use-record.ts';
import { shownAs } from './value-table.tsx';
import css from './values.module.css';

interface CheckProps {
  check: ValueCheck;
  table: ValueTable | undefined;
  deed: ReturnType<typeof useRecord>;
  onDiscard: () => void;
}

/** What an uploaded template comes to (先看后存): its faults by cell, or what would change, and the word to store it. */
export function Check(props: CheckProps): JSX.Element {
  const changes = () => props.check.changes;
  const faulty = (): boolean => props.check.faults.length > 0;
  const shapeOf = (code: string) =>
    props.table?.groups.flatMap(({ indicators }) => indicators).find((each) => each.code === code)?.shape;
  const confirm = (): void =>
    props.deed.mutate(
      changes().map(({ unitId, indicator, after, replaces }) => ({
        ...{ unitId, indicator, replaces },
        written: after,
      })),
    );
  return (
    <section class={css.check} aria-label={t().values.check}>
      <h2 class={css.heading}>{t().values.check}</h2>
      <Show when={faulty()}>
        <p class={css.fault} role="alert">{`! ${t().values.faults(props.check.faults.length)}`}</p>
        <Faults faults={props.check.faults} />
      </Show>
      <p>
        {changes().length === 0 ? t().values.nothing : t().values.changes(changes().length)}
        {props.check.unchanged > 0 ? `，${t().values.unchanged(props.check.unchanged)}` : ''}
      </p>
      <Show when={changes().length > 0}>
        <div class={css.scroll}>
          <table class={css.table}>
            <thead>
              <tr>
                <th scope="col">{t().values.cell}</th>
                <th scope="col">{t().values.unit}</th>
                <th scope="col">{t().values.indicator}</th>
                <th scope="col">{t().values.before}</th>
                <th scope="col">{t().values.after}</th>
              </tr>
            </thead>
            <tbody>
              <For each={changes()}>
                {(change) => (
                  <tr>
                    <td class={css.plain}>{`${change.sheet} ${change.cell}`}</td>
                    <th scope="row">{change.unit}</th>
                    <td class={css.plain}>{change.name}</td>
                    <td class={css.plain}>{shownAs(shapeOf(change.indicator), change.before)}</td>
                    <td class={css.new}>{shownAs(shapeOf(change.indicator), change.after)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
      <ProblemNote error={props.deed.error} />
      <Buttons>
        <Show when={changes().length > 0 && !faulty()}>
          <Button look="main" busy={props.deed.isPending} onClick={confirm}>
            {t().values.confirm(changes().length)}
          </Button>
        </Show>
        <Button disabled={props.deed.isPending} onClick={() => props.onDiscard()}>
          {t().values.discard}
        </Button>
      </Buttons>
    </section>
  );
}

function Faults(props: { faults: ValueCheck['faults'] }): JSX.Element {
  return (
    <div class={css.scroll}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{t().values.sheet}</th>
            <th scope="col">{t().values.cell}</th>
            <th scope="col">{t().values.problem}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.faults}>
            {(fault) => (
              <tr>
                <td class={css.plain}>{fault.sheet}</td>
                <th scope="row">{fault.cell}</th>
                <td class={css.plain}>{fault.message}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
