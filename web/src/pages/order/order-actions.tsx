import { type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Attach } from '../../parts/evidence/attach.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { Words } from '../../parts/forms/words-form.tsx';
import { Idle, Panel, Panels } from '../../parts/layout/panel.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import type { OrderDetail } from '../orders/queries.ts';
import { Decide } from './decide.tsx';
import css from './order-actions.module.css';
import { useOrder } from './use-order.ts';

/** What the viewer may do with an order as it stands; who may do nothing reads why. */
export function OrderActions(props: { detail: OrderDetail; id: number }): JSX.Element {
  const deeds = useOrder(() => props.id);
  const words = () => t().orders;
  const can = () => props.detail.can;
  const order = () => props.detail.order;
  const idle = (): boolean => Object.values(can()).every((each) => !each);
  return (
    <Panels>
      <Show when={can().serve}>
        <Panel title={words().serve}>
          <Words
            name={`order-serve.${props.id}`}
            label={words().demand}
            first={order().demand}
            until={props.detail.suggestedAnswerBy}
            untilLabel={words().answerBy}
            need={words().needDemand}
            action={words().serve}
            busy={deeds.serve.isPending}
            error={deeds.serve.error}
            onSubmit={({ text, until }) =>
              deeds.serve.mutate({ demand: text, answerBy: until, version: order().version })
            }
          />
        </Panel>
      </Show>
      <Show when={can().receive}>
        <Panel title={words().receive}>
          <p class={css.hint}>{words().receiveHint}</p>
          <ProblemNote error={deeds.receive.error} />
          <Button look="main" busy={deeds.receive.isPending} onClick={() => deeds.receive.mutate(null)}>
            {words().receive}
          </Button>
        </Panel>
      </Show>
      <Show when={can().answer}>
        <Panel title={words().answer}>
          <Show when={can().attach}>
            <Attach onUpload={deeds.attach.mutateAsync} />
          </Show>
          <Words
            name={`order-answer.${props.id}`}
            label={words().answerLabel}
            first=""
            need={words().needAnswer}
            action={words().submitAnswer}
            busy={deeds.reply.isPending}
            error={deeds.reply.error}
            onSubmit={({ text }) => deeds.reply.mutate(text)}
          />
        </Panel>
      </Show>
      <Decide detail={props.detail} deed={deeds.decide} />
      <Show when={idle()}>
        <Idle>{words().notActor}</Idle>
      </Show>
    </Panels>
  );
}
