import { A, useParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { periodLabel } from '../../../../api/domain/time/periods.ts';
import { t } from '../../i18n/language.ts';
import { BackLink } from '../../parts/back-link/back-link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import NotFound from '../not-found/not-found.tsx';
import { OrderState } from '../orders/order-state.tsx';
import { type OrderDetail, orderQuery } from '../orders/queries.ts';
import css from './order.module.css';
import { OrderActions } from './order-actions.tsx';
import { Trail } from './trail.tsx';

/** One supervision order (督办单): what it is about, what has happened, and what the viewer may do now. */
export default function Order(): JSX.Element {
  const params = useParams();
  const id = (): number => Number(params.id);
  return (
    <Show when={Number.isSafeInteger(id()) && id() > 0} fallback={<NotFound />}>
      <Opened id={id()} />
    </Show>
  );
}

function Opened(props: { id: number }): JSX.Element {
  const order = useQuery(() => orderQuery(props.id));
  return (
    <>
      <BackLink href="/orders">{t().orders.title}</BackLink>
      <Answered query={order} waiting={<Skeleton lines={8} />}>
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
      <div class={css.columns}>
        <div class={css.main}>
          <section aria-labelledby="items">
            <h2 id="items" class={css.title}>
              {words().items}
            </h2>
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
          </section>
          <Show when={order().reason}>
            {(reason) => (
              <section aria-labelledby="reason">
                <h2 id="reason" class={css.title}>
                  {words().start.reason}
                </h2>
                <p>{reason()}</p>
              </section>
            )}
          </Show>
          <section aria-labelledby="demand">
            <h2 id="demand" class={css.title}>
              {words().demand}
            </h2>
            <p>{order().demand}</p>
          </section>
          <section aria-labelledby="trail">
            <h2 id="trail" class={css.title}>
              {words().trail}
            </h2>
            <Trail events={props.detail.events} />
          </section>
        </div>
        <aside class={css.side} data-screen-only>
          <OrderActions detail={props.detail} id={props.id} />
        </aside>
      </div>
    </>
  );
}
