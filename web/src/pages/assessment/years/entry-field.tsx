import { createUniqueId, type JSX, Show } from 'solid-js';
import { more } from '../../../i18n/language.ts';
import { Field } from '../../../parts/forms/field.tsx';
import type { Typed } from './entered.ts';
import css from './entry-field.module.css';
import type { Form } from './queries.ts';

interface EntryFieldProps {
  label: string;
  form: Form;
  typed: Typed;
  fault?: string | undefined;
  hint?: string | undefined;
  disabled?: boolean;
  /** Whether it may be said that there is nothing to measure. */
  mayBeNone?: boolean;
  onType: (typed: Typed) => void;
}

/** The field of a value (指标值): a figure with its unit, or a choice of yes and no; or that it does not apply. */
export function EntryField(props: EntryFieldProps): JSX.Element {
  const none = createUniqueId();
  const isNone = (): boolean => props.typed === 'na';
  return (
    <Field label={props.label} fault={props.fault} hint={props.hint}>
      {(tied) => (
        <div class={css.entry}>
          <Show
            when={props.form.kind === 'boolean'}
            fallback={
              <span class={css.figure}>
                <input
                  {...tied}
                  class={css.input}
                  inputmode="decimal"
                  autocomplete="off"
                  disabled={props.disabled === true || isNone()}
                  value={isNone() ? '' : props.typed}
                  onInput={(event) => props.onType(event.currentTarget.value)}
                />
                <Show when={props.form.unit !== ''}>
                  <span class={css.unit}>{props.form.unit}</span>
                </Show>
                <Show when={props.form.outOf}>{(most) => <span class={css.unit}>{`/ ${most()}`}</span>}</Show>
              </span>
            }
          >
            <select
              {...tied}
              disabled={props.disabled === true}
              value={props.typed}
              onChange={(event) => props.onType(event.currentTarget.value)}
            >
              <option value="">{more().annual.choose}</option>
              <option value="yes">{more().annual.yes}</option>
              <option value="no">{more().annual.no}</option>
              <Show when={props.mayBeNone}>
                <option value="na">{more().annual.notApplicable}</option>
              </Show>
            </select>
          </Show>
          <Show when={props.mayBeNone && props.form.kind !== 'boolean'}>
            <label class={css.none} for={none}>
              <input
                id={none}
                class={css.box}
                type="checkbox"
                disabled={props.disabled === true}
                checked={isNone()}
                onChange={(event) => props.onType(event.currentTarget.checked ? 'na' : '')}
              />
              {more().annual.notApplicable}
            </label>
          </Show>
        </div>
      )}
    </Field>
  );
}
