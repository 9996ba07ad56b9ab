import { type JSX, Show } from 'solid-js';
import { pointsOf } from '../../../figures.ts';
import { more, t } from '../../../i18n/language.ts';
import { FileLinks } from './file-links.tsx';
import type { SelfLine } from './queries.ts';
import css from './self-line.module.css';

interface LineProps {
  line: SelfLine;
  children: JSX.Element;
}

/** One line of a self-assessment: what it is about, what the system found, what was handed in and said to it. */
export function SelfLineView(props: LineProps): JSX.Element {
  const facts = () =>
    [
      props.line.weight > 0 ? more().annual.weight(pointsOf(props.line.weight)) : null,
      more().annual.source[props.line.source],
      props.line.aim === '' ? null : more().annual.aim(props.line.aim),
      props.line.dueOn === null ? null : more().annual.dueOn(t().date.short(props.line.dueOn)),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  return (
    <li class={css.line}>
      <h3 class={css.name}>
        {`${props.line.indicator} ${props.line.name}`}
        <Show when={props.line.claim?.state}>
          {(state) => (
            <span class={css.state} data-state={state()}>
              {more().annual.claim[state()]}
            </span>
          )}
        </Show>
      </h3>
      <p class={css.facts}>{facts()}</p>
      <Show when={props.line.found}>
        {(found) => (
          <p>
            {props.line.source === 'collected'
              ? more().annual.collected(found())
              : more().annual.known(found())}
          </p>
        )}
      </Show>
      <Show when={props.line.claim}>
        {(claim) => (
          <>
            <Show when={claim().value}>{(value) => <p>{more().annual.handedInValue(value())}</p>}</Show>
            <Show when={claim().note}>{(note) => <p class={css.note}>{note()}</p>}</Show>
            <Show when={claim().reason}>
              {(reason) => <p class={css.reason}>{more().annual.returnedBecause(reason())}</p>}
            </Show>
          </>
        )}
      </Show>
      <FileLinks files={props.line.files} />
      {props.children}
    </li>
  );
}
