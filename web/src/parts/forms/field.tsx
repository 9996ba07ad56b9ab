import { createUniqueId, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import css from './field.module.css';

/** What a control needs to be tied to its label and its fault. */
interface Tied {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string;
}

export interface FieldProps {
  label: string;
  fault?: string | undefined;
  hint?: string | undefined;
  optional?: boolean;
  children: (tied: Tied) => JSX.Element;
}

/** A control with its label above and what is wrong with it right below. */
export function Field(props: FieldProps): JSX.Element {
  const id = createUniqueId();
  const about = `${id}-about`;
  const tied: Tied = {
    id,
    get 'aria-invalid'() {
      return props.fault !== undefined;
    },
    'aria-describedby': about,
  };
  return (
    <div class={css.field} data-faulty={props.fault === undefined ? undefined : ''}>
      <label class={css.label} for={id}>
        {props.label}
        <Show when={props.optional}>
          <span class={css.optional}>{t().common.optional}</span>
        </Show>
      </label>
      {props.children(tied)}
      <p id={about} class={css.about}>
        <Show when={props.fault} fallback={props.hint}>
          <span class={css.fault} role="alert">
            {props.fault}
          </span>
        </Show>
      </p>
    </div>
  );
}
