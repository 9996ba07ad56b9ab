/**
 * The life of a supervision order (督办单) as a table: what may happen to it in which state, and what state it is in
 * then. 草稿 → 已下发 → 已签收 → 已回复 → 已办结; an answer may be returned, an order without a good answer raised to the
 * next bulletin (通报), and any that has not ended may be withdrawn.
 */
import type { OrderEventKind, OrderState } from '../../../db/vocabulary.ts';

interface Act {
  from: readonly OrderState[];
  /** The state it leads to; null leaves the order in its own. */
  to: OrderState | null;
}

/** Served and not answered yet, or not well enough. */
export const OPEN_STATES = ['served', 'received', 'returned', 'raised'] as const satisfies OrderState[];

export const ACTS: Readonly<Record<Exclude<OrderEventKind, 'drafted'>, Act>> = {
  edited: { from: ['draft'], to: null },
  served: { from: ['draft'], to: 'served' },
  received: { from: ['served'], to: 'received' },
  attached: { from: OPEN_STATES, to: null },
  answered: { from: OPEN_STATES, to: 'answered' },
  returned: { from: ['answered'], to: 'returned' },
  raised: { from: ['served', 'received', 'returned', 'answered'], to: 'raised' },
  closed: { from: ['answered'], to: 'closed' },
  withdrawn: { from: ['draft', 'answered', ...OPEN_STATES], to: 'withdrawn' },
};

export type OrderAct = keyof typeof ACTS;

/** Whether this may happen to an order in this state. */
export const mayHappen = (act: OrderAct, state: OrderState): boolean => ACTS[act].from.includes(state);

/** What a person is told where it may not. */
export const OBSTACLE_WORDS: Readonly<Record<OrderAct, string>> = {
  edited: '督办单已经下发，不能再改',
  served: '督办单已经下发',
  received: '督办单不在待签收状态',
  attached: '督办单现在不能附材料',
  answered: '督办单现在不用回复',
  returned: '督办单还没有回复，不能退回',
  raised: '督办单不能列入通报',
  closed: '督办单还没有回复，不能办结',
  withdrawn: '督办单已经办结或撤回',
};
