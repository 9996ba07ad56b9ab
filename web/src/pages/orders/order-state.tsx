import type { JSX } from 'solid-js';
import { t } from '../../i18n/language.ts';
import css from './order-state.module.css';
import type { OrderRow } from './queries.ts';

/** How an order stands, in a word with its mark; the worst is an answer that is overdue. */
export function OrderState(props: { order: OrderRow }): JSX.Element {
  const words = () => t().orders;
  return (
    <span class={css.state} data-state={props.order.overdue ? 'overdue' : props.order.state}>
      {props.order.overdue ? words().overdue(props.order.workingDaysLate) : words().state[props.order.state]}
    </span>
  );
}
