import { A } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { periodLabel } from '../../../../api/domain/time/periods.ts';
import { t } from '../../i18n/language.ts';
import { BackLink } from '../../parts/back-link/back-link.tsx';
import { ByNumber } from '../../parts/by-number.tsx';
import { Columns } from '../../parts/layout/columns.tsx';
import { Section } from '../../parts/layout/section.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { OrderState } from '../orders/order-state.tsx';
import { type OrderDetail, orderQuery } from '../orders/queries.ts';
import css from './order.module.css';
import { OrderActions } from './order-actions.tsx';
import { Trail } from './trail.tsx';

/** One supervision order (督办单): what it is about, what has happened, and what the viewer may do now. */
export default function Order(): JSX.Element {
  return <ByNumber>{(id) => <Opened id={id} />}</ByNumber>;
}

function Opened(props: { id: number }): JSX.Element {
  const order = useQuery(() => orderQuery(props.id));
  return (
    <>
      <BackLink href="/orders">{t().orders.title}</BackLink>
      <Answered whole query={order} waiting={<Skeleton lines={8} />}>
        {(detail) => <Detail detail={detail()} id={props.id} />}
      </Answered>
    </>
  );
}

function Detail(props: { detail: OrderDetail; id: number }): JSX.Element {
  const order = () => props.detail.order;
  const words = () => t().orders;
  return (
    <>
      <PageHead title={order().number ?? words().draftOf} aside={order().unit.name}>
        <Show when={order().number}>
          <a class={css.download} href={`/api/orders/${props.id}/document`}>
            {words().download}
          </a>
        </Show>
      </PageHead>
      <p class={css.standing}>
        <OrderState order={order()} />
        <Show when={order().endedAt === null && order().answerBy}>
          {(day) => <span>{words().until(t().date.long(day()))}</span>}
        </Show>
        <Show when={order().raisedAt}>{(at) => <span>{words().raisedAt(t().date.time(at()))}</span>}</Show>
      </p>
      <Columns side={<OrderActions detail={props.detail} id={props.id} />}>
        <Section name="items" title={words().items}>
          <Show when={order().subject}>{(subject) => <p>{subject()}</p>}</Show>
          <ul>
            <For each={order().items}>
              {(item) => (
                <li>
                  <A class={css.item} href={`/tasks/${item.assignmentId}`}>
                    <span>
                      {item.code} {item.title}
                      <span class={css.about}> {periodLabel(item.period)}</span>
                    </span>
                    <span class={css.about}>
                      {words().itemDue(t().date.short(item.dueOn), item.workingDaysLate)} ·{' '}
                      {words().nowIs(t().state[item.state])}
                    </span>
                  </A>
                </li>
              )}
            </For>
          </ul>
        </Section>
        <Show when={order().reason}>
          {(reason) => (
            <Section name="reason" title={words().start.reason}>
              <p>{reason()}</p>
            </Section>
          )}
        </Show>
        <Section name="demand" title={words().demand}>
          <p>{order().demand}</p>
        </Section>
        <Section name="trail" title={words().trail}>
          <Trail events={props.detail.events} />
        </Section>
      </Columns>
    </>
  );
}
