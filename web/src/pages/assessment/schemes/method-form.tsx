import { For, type JSX, Match, Switch } from 'solid-js';
import type { Method } from '../../../../../api/domain/score/scheme.ts';
import { more } from '../../../i18n/language.ts';
import { Field } from '../../../parts/forms/field.tsx';
import { bandsOf, rowsOf, wordsOf } from './list-fields.ts';
import { fieldOf, METHOD_FIELDS, type MethodField } from './method-fields.ts';
import css from './method-form.module.css';
import { RowsForm } from './rows-form.tsx';
import { changeField } from './scheme-edits.ts';

interface MethodFormProps {
  method: Method;
  /** What is wrong at a place below the method: `.floor`, `.bands[0].share`. */
  faultAt: (field: string) => string | undefined;
  onChange: (method: Method) => void;
}

/** The fields of a method, as the table of fields has them, and the rows of bands and points. */
export function MethodForm(props: MethodFormProps): JSX.Element {
  const set = (key: MethodField['key'], value: number | boolean | string | undefined): void =>
    props.onChange(changeField(props.method, key, value));
  const typed = (spec: MethodField, text: string): void => {
    if (text === '') {
      if (spec.kind === 'optional') set(spec.key, undefined);
    } else if (Number.isFinite(Number(text))) set(spec.key, Number(text));
  };
  return (
    <>
      <For each={METHOD_FIELDS[props.method.type]}>
        {(spec) => (
          <Field
            label={more().schemes.fields[spec.key]}
            fault={props.faultAt(`.${spec.key}`)}
            optional={spec.kind === 'optional'}
          >
            {(tied) => (
              <Switch
                fallback={
                  <input
                    {...tied}
                    type="number"
                    step="any"
                    value={String(fieldOf(props.method, spec.key) ?? '')}
                    onInput={(event) => typed(spec, event.currentTarget.value)}
                  />
                }
              >
                <Match when={spec.kind === 'flag'}>
                  <span class={css.flag}>
                    <input
                      id={tied.id}
                      aria-describedby={tied['aria-describedby']}
                      class={css.box}
                      type="checkbox"
                      checked={fieldOf(props.method, spec.key) === true}
                      onChange={(event) => set(spec.key, event.currentTarget.checked)}
                    />
                  </span>
                </Match>
                <Match when={spec.kind === 'direction'}>
                  <select {...tied} onChange={(event) => set(spec.key, event.currentTarget.value)}>
                    <For each={['higher', 'lower'] as const}>
                      {(way) => (
                        <option value={way} selected={fieldOf(props.method, spec.key) === way}>
                          {more().schemes[way]}
                        </option>
                      )}
                    </For>
                  </select>
                </Match>
              </Switch>
            )}
          </Field>
        )}
      </For>
      <Lists {...props} />
    </>
  );
}

/** The rows of the methods that are made of lists. */
function Lists(props: MethodFormProps): JSX.Element {
  return (
    <Switch>
      <Match when={props.method.type === 'bands' ? props.method : undefined}>
        {(method) => (
          <div class={css.wide}>
            <BandWords method={method()} onChange={props.onChange} />
            <RowsForm
              rows={rowsOf(method().bands)}
              names={[more().schemes.threshold, more().schemes.gets]}
              faultAt={(row) =>
                props.faultAt(`.bands[${row}].${wordsOf(method().bands).side}`) ??
                props.faultAt(`.bands[${row}].${wordsOf(method().bands).worth}`) ??
                props.faultAt(`.bands[${row}]`)
              }
              onChange={(rows) =>
                props.onChange({ ...method(), bands: bandsOf(wordsOf(method().bands), rows) })
              }
            />
          </div>
        )}
      </Match>
      <Match when={props.method.type === 'curve' ? props.method : undefined}>
        {(method) => (
          <div class={css.wide}>
            <RowsForm
              rows={method().points}
              names={[more().schemes.value, more().schemes.gets]}
              faultAt={(row) => props.faultAt(`.points[${row}]`)}
              onChange={(points) => props.onChange({ ...method(), points })}
            />
          </div>
        )}
      </Match>
    </Switch>
  );
}

/** How the bands of a list are told: which side, and in what they are worth. */
function BandWords(props: {
  method: Extract<Method, { type: 'bands' }>;
  onChange: (method: Method) => void;
}): JSX.Element {
  const words = () => wordsOf(props.method.bands);
  const tell = (next: Partial<ReturnType<typeof words>>): void =>
    props.onChange({
      ...props.method,
      bands: bandsOf({ ...words(), ...next }, rowsOf(props.method.bands)),
    });
  return (
    <div class={css.words}>
      <Field label={more().schemes.side}>
        {(tied) => (
          <select
            {...tied}
            onChange={(event) =>
              tell({ side: event.currentTarget.value === 'atMost' ? 'atMost' : 'atLeast' })
            }
          >
            <For each={['atLeast', 'atMost'] as const}>
              {(side) => (
                <option value={side} selected={words().side === side}>
                  {more().schemes[side]}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Field label={more().schemes.worth}>
        {(tied) => (
          <select
            {...tied}
            onChange={(event) => tell({ worth: event.currentTarget.value === 'points' ? 'points' : 'share' })}
          >
            <For each={['share', 'points'] as const}>
              {(worth) => (
                <option value={worth} selected={words().worth === worth}>
                  {more().schemes[worth]}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
    </div>
  );
}
