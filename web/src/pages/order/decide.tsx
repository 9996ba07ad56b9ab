import { createSignal, For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Buttons } from '../../parts/forms/buttons.tsx';
import { Words } from '../../parts/forms/words-form.tsx';
import { Panel } from '../../parts/layout/panel.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import type { OrderDetail } from '../orders/queries.ts';
import type { OrderDeeds } from './use-order.ts';

/** What the committee may decide, besides closing, each with words of its own. */
const WORDED = ['return', 'raise', 'withdraw'] as const;
type Worded = (typeof WORDED)[number];

/** Deciding on an order (办结、退回、通报、撤回): what the unit is told is written before it is sent. */
export function Decide(props: { detail: OrderDetail; deed: OrderDeeds['decide'] }): JSX.Element {
  const [chosen, setChosen] = createSignal<Worded | null>(null);
  const words = () => t().orders;
  const can = () => props.detail.can;
  const version = (): number => props.detail.order.version;
  const offered = (): Worded[] => WORDED.filter((each) => can()[each]);
  const send = (decision: Worded, note: string, answerBy: string): void => {
    const onSuccess = (): void => void setChosen(null);
    const said = { note, version: version() };
    if (decision === 'return') props.deed.mutate({ ...said, decision, answerBy }, { onSuccess });
    else props.deed.mutate({ ...said, decision }, { onSuccess });
  };
  return (
    <Show when={can().close || offered().length > 0}>
      <Panel title={words().decide}>
        <Show
          when={chosen()}
          fallback={
            <>
              <ProblemNote error={props.deed.error} />
              <Buttons>
                <Show when={can().close}>
                  <Button
                    look="main"
                    busy={props.deed.isPending}
                    onClick={() => props.deed.mutate({ decision: 'close', version: version() })}
                  >
                    {words().decision.close}
                  </Button>
                </Show>
                <For each={offered()}>
                  {(each) => <Button onClick={() => setChosen(each)}>{words().decision[each]}</Button>}
                </For>
              </Buttons>
            </>
          }
        >
          {(decision) => (
            <Words
              name={`order-${decision()}.${props.detail.order.id}`}
              label={words().why[decision()]}
              first=""
              {...(decision() === 'return'
                ? { until: props.detail.suggestedAnswerBy, untilLabel: words().answerBy }
                : {})}
              need={words().needWhy}
              action={words().decision[decision()]}
              busy={props.deed.isPending}
              error={props.deed.error}
              onSubmit={({ text, until }) => send(decision(), text, until)}
              onCancel={() => setChosen(null)}
            />
          )}
        </Show>
      </Panel>
    </Show>
  );
}
