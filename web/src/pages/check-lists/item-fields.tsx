import type { JSX } from 'solid-js';
import type { CheckItem } from '../../../../api/domain/inspection/check-list.ts';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Field } from '../../parts/forms/field.tsx';
import css from './draft-editor.module.css';

interface ItemProps {
  at: number;
  item: CheckItem;
  last: boolean;
  faultOn: (field: keyof CheckItem) => string | undefined;
  onChange: (item: CheckItem) => void;
  onMove: (by: 1 | -1) => void;
  onDrop: () => void;
}

const numberIn = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);

/** One item of a draft: what is checked, the section of the plan it comes from, and its points. */
export function ItemFields(props: ItemProps): JSX.Element {
  const words = () => t().checkLists;
  const name = (deed: string): string => `${t().inspections.itemOf(props.at + 1)} ${deed}`;
  return (
    <li class={css.item}>
      <Field label={`${props.at + 1}. ${words().text}`} fault={props.faultOn('text')}>
        {(tied) => (
          <textarea
            {...tied}
            class={css.text}
            rows="2"
            maxlength="200"
            value={props.item.text}
            onInput={(event) => props.onChange({ ...props.item, text: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words().section} optional fault={props.faultOn('section')}>
        {(tied) => (
          <input
            {...tied}
            maxlength="30"
            value={props.item.section ?? ''}
            onInput={({ currentTarget: { value } }) =>
              props.onChange({ ...props.item, section: value.trim() === '' ? null : value })
            }
          />
        )}
      </Field>
      <Field label={words().weight} optional fault={props.faultOn('weight')}>
        {(tied) => (
          <input
            {...tied}
            inputmode="numeric"
            maxlength="3"
            value={props.item.weight ?? ''}
            onInput={({ currentTarget: { value } }) =>
              props.onChange({ ...props.item, weight: numberIn(value) })
            }
          />
        )}
      </Field>
      <div class={css.moves}>
        <Button
          look="words"
          disabled={props.at === 0}
          aria-label={name(words().up)}
          onClick={() => props.onMove(-1)}
        >
          ↑
        </Button>
        <Button
          look="words"
          disabled={props.last}
          aria-label={name(words().down)}
          onClick={() => props.onMove(1)}
        >
          ↓
        </Button>
        <Button look="words" aria-label={name(words().drop)} onClick={() => props.onDrop()}>
          {words().drop}
        </Button>
      </div>
    </li>
  );
}
