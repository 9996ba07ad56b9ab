import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { Finding } from '../../../../../api/domain/score/check-scheme.ts';
import { roleOf } from '../../../../../api/domain/score/scheme.ts';
import { ruleOf } from '../../../../../api/domain/score/why/rule.ts';
import { more } from '../../../i18n/language.ts';
import { IndicatorForm } from './indicator-form.tsx';
import type { IndicatorProps } from './indicator-props.ts';
import css from './indicator-row.module.css';

/** One indicator of a draft: its weight at hand, its rule in words, and the rest on opening it. */
export function IndicatorRow(props: IndicatorProps): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const form = createUniqueId();
  const weighted = (): boolean => roleOf(props.indicator.method) === 'weighted';
  const own = (): Finding[] => props.findings.filter(({ path }) => path.startsWith(`${props.path}.`));
  return (
    <li class={css.row} data-open={open() ? '' : undefined}>
      <button
        type="button"
        class={css.head}
        aria-expanded={open()}
        aria-controls={form}
        onClick={() => setOpen(!open())}
      >
        <span class={css.code}>{props.indicator.code}</span>
        <span class={css.name}>{props.indicator.name}</span>
        <span class={css.rule}>{ruleOf(props.indicator)}</span>
      </button>
      <span class={css.weight}>
        <Show when={weighted()} fallback={<span>{more().schemes.methods[props.indicator.method.type]}</span>}>
          <input
            class={css.input}
            type="number"
            min="0"
            max="100"
            step="any"
            aria-label={`${props.indicator.name} ${more().schemes.weight}`}
            value={props.indicator.weight}
            onInput={(event) => {
              const typed = event.currentTarget.valueAsNumber;
              if (Number.isFinite(typed)) props.onChange({ weight: typed });
            }}
          />
        </Show>
      </span>
      <Show when={!open() && own().length > 0}>
        <ul class={css.findings}>
          <For each={own()}>{({ weight, message }) => <li data-weight={weight}>{message}</li>}</For>
        </ul>
      </Show>
      <div id={form} class={css.form}>
        <Show when={open()}>
          <IndicatorForm {...props} />
        </Show>
      </div>
    </li>
  );
}
