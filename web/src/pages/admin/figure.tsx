import type { JSX } from 'solid-js';

/** One figure of a channel or a group, with its name, in a `dl`. */
export function Figure(props: { name: string; value: string }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
