/** What the events of a supervision order add up to (督办单状态), as of whatever is given of them. */
import type { Day, OrderEventKind, OrderState } from '../../../db/vocabulary.ts';
import { ACTS } from './decide.ts';

export interface OrderEvent {
  at: Date;
  kind: OrderEventKind;
  note: string | null;
  untilOn: Day | null;
}

export interface OrderStanding {
  state: OrderState;
  demand: string;
  answerBy: Day | null;
  servedAt: Date | null;
  receivedAt: Date | null;
  answeredAt: Date | null;
  raisedAt: Date | null;
  endedAt: Date | null;
}

const DRAFTED: OrderStanding = {
  state: 'draft',
  demand: '',
  answerBy: null,
  servedAt: null,
  receivedAt: null,
  answeredAt: null,
  raisedAt: null,
  endedAt: null,
};

/** Events that say anew what is asked of the unit. */
const DEMANDS: readonly OrderEventKind[] = ['drafted', 'edited', 'served'];

/** Which instant of the order an event is. */
const INSTANTS: Readonly<Partial<Record<OrderEventKind, keyof OrderStanding>>> = {
  served: 'servedAt',
  received: 'receivedAt',
  answered: 'answeredAt',
  raised: 'raisedAt',
  closed: 'endedAt',
  withdrawn: 'endedAt',
};

function after(standing: OrderStanding, { kind, at, note, untilOn }: OrderEvent): OrderStanding {
  const instant = INSTANTS[kind];
  return {
    ...standing,
    state: (kind === 'drafted' ? 'draft' : ACTS[kind].to) ?? standing.state,
    demand: DEMANDS.includes(kind) && note !== null ? note : standing.demand,
    answerBy: untilOn ?? standing.answerBy,
    ...(instant === undefined ? {} : { [instant]: at }),
  };
}

/** The order after its events, given in the order of time. */
export const foldOrder = (events: readonly OrderEvent[]): OrderStanding => events.reduce(after, DRAFTED);
