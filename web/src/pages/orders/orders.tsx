import { useNavigate } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Tabs } from '../../parts/forms/tabs.tsx';
import { Keyed } from '../../parts/keyed.tsx';
import { LinkRow, LinkRows } from '../../parts/layout/link-row.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useView } from '../../parts/view.ts';
import { useMe } from '../../session.ts';
import { OrderState } from './order-state.tsx';
import css from './orders.module.css';
import { type OrderRow, ordersQuery } from './queries.ts';
import { StartOrder } from './start-order.tsx';

const VIEWS = ['open', 'all'] as const;

/** Supervision orders (督办单): those that wait for somebody first. */
export default function Orders(): JSX.Element {
  const [view, setView] = useView('view', VIEWS);
  const orders = useQuery(() => ordersQuery(view() === 'open' ? 'open' : undefined));
  const words = () => t().orders;
  const me = useMe();
  const navigate = useNavigate();
  const [starting, setStarting] = createSignal(false);
  return (
    <>
      <PageHead title={words().title}>
        <Tabs
          label={words().view}
          options={VIEWS.map((key) => ({ key, name: words().views[key] }))}
          chosen={view()}
          onChoose={setView}
        />
        <Show when={me().can.includes('order.serve')}>
          <Button look="main" onClick={() => setStarting(true)}>
            {words().start.title}
          </Button>
        </Show>
      </PageHead>
      <StartOrder
        open={starting()}
        onClose={() => setStarting(false)}
        onStarted={(id) => navigate(`/orders/${id}`)}
      />
      <Answered query={orders} waiting={<Skeleton lines={8} />}>
        {(data) => (
          <Show
            when={data().orders.length > 0}
            fallback={<Empty title={words().none[view()]} hint={words().noneHint} />}
          >
            <LinkRows>
              <Keyed each={data().orders} by={({ id }) => id}>
                {(order) => <Row order={order()} />}
              </Keyed>
            </LinkRows>
          </Show>
        )}
      </Answered>
    </>
  );
}

function Row(props: { order: OrderRow }): JSX.Element {
  const words = () => t().orders;
  const about = (): string => {
    const [first] = props.order.items;
    return first === undefined
      ? (props.order.subject ?? '')
      : words().about(`${first.code} ${first.title}`, props.order.items.length);
  };
  return (
    <LinkRow
      class={css.columns}
      href={`/orders/${props.order.id}`}
      name={props.order.number ?? words().draftOf}
      about={`${props.order.unit.name} · ${about()}`}
    >
      <OrderState order={props.order} />
      <span class={css.until}>
        <Show when={props.order.endedAt === null && props.order.answerBy}>
          {(day) => words().until(t().date.short(day()))}
        </Show>
      </span>
    </LinkRow>
  );
}
