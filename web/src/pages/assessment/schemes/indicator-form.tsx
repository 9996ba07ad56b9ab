import { For, type JSX } from 'solid-js';
import { measureOf } from '../../../../../api/domain/score/assemble.ts';
import { fits, isMeasure, MEASURES } from '../../../../../api/domain/score/measures.ts';
import { more } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Field } from '../../../parts/forms/field.tsx';
import css from './indicator-form.module.css';
import type { IndicatorProps } from './indicator-props.ts';
import { MethodForm } from './method-form.tsx';
import { changeMethod, METHOD_TYPES } from './scheme-edits.ts';

type TextKey = 'code' | 'name' | 'unitOfMeasure' | 'reportBy' | 'section';
const TEXTS: readonly TextKey[] = ['name', 'code', 'unitOfMeasure', 'reportBy'];
const OPTIONAL = new Set<TextKey>(['unitOfMeasure', 'reportBy', 'section']);

/** All fields of an indicator, each with what is wrong with it right below. */
export function IndicatorForm(props: IndicatorProps): JSX.Element {
  const faultAt = (field: string): string | undefined =>
    props.findings.find(({ path }) => path === `${props.path}.${field}`)?.message;
  const setText = (key: TextKey, text: string): void => {
    props.onChange({ [key]: text === '' && OPTIONAL.has(key) ? undefined : text });
  };
  const measures = () =>
    Object.entries(MEASURES).filter(([key]) => isMeasure(key) && fits(key, props.indicator.method));
  const isKept = (key: string): boolean => props.collected.has(key) || key === 'reported' || key === 'judged';
  return (
    <div class={css.form}>
      <For each={TEXTS}>
        {(key) => (
          <Field label={more().schemes[key]} fault={faultAt(key)} optional={OPTIONAL.has(key)}>
            {(tied) => (
              <input
                {...tied}
                value={props.indicator[key] ?? ''}
                onChange={(event) => setText(key, event.currentTarget.value.trim())}
              />
            )}
          </Field>
        )}
      </For>
      <Field label={more().schemes.method} fault={faultAt('method')}>
        {(tied) => (
          <select
            {...tied}
            value={props.indicator.method.type}
            onChange={(event) => {
              const type = METHOD_TYPES.find((each) => each === event.currentTarget.value);
              if (type !== undefined) props.onChange(changeMethod(props.indicator, type));
            }}
          >
            <For each={METHOD_TYPES}>
              {(type) => (
                <option value={type} selected={type === props.indicator.method.type}>
                  {more().schemes.methods[type]}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Field label={more().schemes.measure} fault={faultAt('measure')}>
        {(tied) => (
          <select {...tied} onChange={(event) => props.onChange({ measure: event.currentTarget.value })}>
            <For each={measures()}>
              {([key, { name }]) => (
                <option value={key} selected={key === measureOf(props.indicator)}>
                  {isKept(key) ? name : `${name} (${more().schemes.measureNone})`}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Field label={more().schemes.section} fault={faultAt('section')}>
        {(tied) => (
          <select {...tied} onChange={(event) => setText('section', event.currentTarget.value)}>
            <option value="" selected={props.indicator.section === undefined}>
              {more().schemes.sectionNone}
            </option>
            <For each={props.sections}>
              {(section) => (
                <option value={section.number} selected={section.number === props.indicator.section}>
                  {`${section.number} ${section.title}`}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <MethodForm
        method={props.indicator.method}
        faultAt={(field) => faultAt(`method${field}`)}
        onChange={(method) => props.onChange({ method })}
      />
      <div class={css.drop}>
        <Button look="words" onClick={() => props.onDrop()}>
          {more().schemes.drop}
        </Button>
      </div>
    </div>
  );
}
