import { createSignal, type JSX, Show } from 'solid-js';
import { scoreOf } from '../../../figures.ts';
import { more, t } from '../../../i18n/language.ts';
import { heatOf } from '../../ranking/heat.ts';
import css from './bench-cell.module.css';
import type { BenchLine } from './queries.ts';

interface BenchCellProps {
  line: BenchLine;
  unit: string;
  outOf: number | null;
  place: string;
  isHere: boolean;
  isFaded: boolean;
  isChosen: boolean;
  onFocus: () => void;
  /** A key that may lead to another cell. */
  onMove: (event: KeyboardEvent) => void;
  onOpen: () => void;
  onMark: (mark: number) => void;
  /** The mark is in: on to the next one. */
  onDone: () => void;
}

/** One cell of the matrix: the points as heat, what waits, one's own mark; typing a figure marks it. */
export function BenchCell(props: BenchCellProps): JSX.Element {
  const [typed, setTyped] = createSignal<string | null>(null);
  const figure = (): string => {
    if (props.line.mayMark) return props.line.mark === null ? more().annual.toMark : String(props.line.mark);
    return props.line.state === 'scored' ? scoreOf(props.line.points) : t().lineState[props.line.state];
  };
  const flags = () =>
    [
      props.line.overridden ? more().annual.cellStates.overridden : null,
      props.line.claim === 'waiting' ? more().annual.cellStates.waiting : null,
    ].filter((flag) => flag !== null);
  const start = (event: KeyboardEvent): void => {
    if (!props.line.mayMark || !/^\d$/.test(event.key) || event.ctrlKey || event.metaKey) {
      props.onMove(event);
      return;
    }
    event.preventDefault();
    setTyped(event.key);
  };
  const finish = (): void => {
    const text = typed()?.trim() ?? '';
    const mark = Number(text);
    setTyped(null);
    if (text === '' || !Number.isFinite(mark)) return;
    if (mark !== props.line.mark) props.onMark(mark);
    props.onDone();
  };
  return (
    <Show
      when={typed() !== null}
      fallback={
        <button
          type="button"
          class={css.cell}
          data-place={props.place}
          data-heat={props.line.mayMark ? 'mark' : (heatOf(props.line) ?? 'none')}
          data-faded={props.isFaded ? '' : undefined}
          data-chosen={props.isChosen ? '' : undefined}
          tabindex={props.isHere ? 0 : -1}
          aria-label={[props.unit, props.line.name, figure(), ...flags()].join(' ')}
          title={props.line.why}
          onFocus={() => props.onFocus()}
          onClick={() => props.onOpen()}
          onKeyDown={start}
        >
          <Show when={flags().length > 0}>
            <span class={css.flag} aria-hidden="true">
              {props.line.claim === 'waiting' ? '▲' : '✎'}
            </span>
          </Show>
          {figure()}
        </button>
      }
    >
      <input
        ref={(element) =>
          queueMicrotask(() => {
            element.focus();
            element.setSelectionRange(element.value.length, element.value.length);
          })
        }
        class={css.input}
        inputmode="decimal"
        aria-label={more().annual.markOf(props.unit, props.line.name, props.outOf ?? 100)}
        value={typed() ?? ''}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            // The focus moves on: the same key must not press what it comes to.
            event.preventDefault();
            finish();
          }
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </Show>
  );
}
