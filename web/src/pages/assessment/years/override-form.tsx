import { createSignal, type JSX, Show } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { Attach } from '../../../parts/evidence/attach.tsx';
import { Button } from '../../../parts/forms/button.tsx';
import { WordsField } from '../../../parts/forms/words-field.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { faultAt } from '../../../problem.ts';
import { enteredOf } from './entered.ts';
import { EntryField } from './entry-field.tsx';
import css from './override-form.module.css';
import { type Cell, uploadFile, useAnnual } from './queries.ts';

interface OverrideFormProps {
  id: number;
  unitId: number;
  indicator: string;
  cell: Cell;
}

/** Putting another value in the place of what was found (调整): with a reason, and a file that it rests on. */
export function OverrideForm(props: OverrideFormProps): JSX.Element {
  const { override } = useAnnual(() => props.id);
  const [open, setOpen] = createSignal(false);
  const [typed, setTyped] = createSignal('');
  const [reason, setReason] = createSignal('');
  const [file, setFile] = createSignal<{ id: number; name: string } | null>(null);
  const value = () => enteredOf(typed(), props.cell.head.form);
  const line = () => ({ unitId: props.unitId, indicator: props.indicator, reason: reason().trim() });
  const isWhole = (): boolean => Boolean(value()) && reason().trim() !== '' && file() !== null;
  const done = (): void => {
    setOpen(false);
    setTyped('');
    setReason('');
    setFile(null);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const [entered, basis] = [value(), file()];
    if (!entered || basis === null) return;
    override.mutate({ ...line(), value: entered, fileId: basis.id }, { onSuccess: done });
  };
  return (
    <div class={css.override}>
      <Show when={open()} fallback={<Button onClick={() => setOpen(true)}>{more().annual.override}</Button>}>
        <form class={css.form} onSubmit={submit} novalidate>
          <EntryField
            label={more().annual.overrideValue}
            form={props.cell.head.form}
            typed={typed()}
            fault={value() === undefined ? more().annual.notAValue : faultAt(override.error, 'value')}
            mayBeNone
            onType={setTyped}
          />
          <WordsField label={more().annual.overrideReason} value={reason()} onType={setReason} />
          <p class={css.basis}>
            {file() === null ? more().annual.basisNeeded : more().annual.basis(file()?.name ?? '')}
          </p>
          <Attach
            onUpload={async ({ file: sent, signal }) => {
              const { unitId, indicator } = props;
              const added = await uploadFile(
                props.id,
                { unitId, indicator, use: 'override', file: sent },
                signal,
              );
              setFile({ id: added.id, name: sent.name });
            }}
          />
          <ProblemNote error={override.error} />
          <div class={css.buttons}>
            <Button look="main" type="submit" busy={override.isPending} disabled={!isWhole()}>
              {more().annual.overrideSure}
            </Button>
            <Show when={props.cell.line.overridden && reason().trim() !== ''}>
              <Button
                busy={override.isPending}
                onClick={() => override.mutate({ ...line(), value: null }, { onSuccess: done })}
              >
                {more().annual.withdraw}
              </Button>
            </Show>
            <Button onClick={done}>{t().common.cancel}</Button>
          </div>
        </form>
      </Show>
    </div>
  );
}
