import { type JSX, Show } from 'solid-js';
import { Keyed } from '../../../parts/keyed.tsx';
import { ClaimDecision } from './claim-decision.tsx';
import type { Self } from './queries.ts';
import { SelfLineView } from './self-line.tsx';

/** A self-assessment to look through (审核自评): each value that waits is confirmed or returned. */
export function SelfCheck(props: { self: Self }): JSX.Element {
  return (
    <ul>
      <Keyed each={props.self.lines} by={(line) => line.indicator}>
        {(line) => (
          <SelfLineView line={line()}>
            <Show when={props.self.can.decide && line().claim?.state === 'waiting' && line().claim}>
              {(claim) => <ClaimDecision id={props.self.id} claimId={claim().id} />}
            </Show>
          </SelfLineView>
        )}
      </Keyed>
    </ul>
  );
}
