/**
 * How sure it is that a message is of a kind (把握): the evidence, weighed as it was learned from the labelled messages
 * (`npm run learn`). Logistic models: sums of weights, nothing hidden in them.
 */
import learned from './weights.json' with { type: 'json' };

/** What each piece of evidence weighs, for a kind of message or against. */
export interface Model {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

/** A report or a request for more time; 收到; something taken back; a lead about a child. */
export const KINDS = ['report', 'ack', 'undo', 'lead'] as const;
export type Kind = (typeof KINDS)[number];

/** Less sure than this, a report is let go. */
export const BAR = 0.5;
/** Sure enough to take a message for a kind by its likeness alone, where no rule knows its words. */
export const CLEAR = 0.7;

/** Makes what gives the probability, 0 to 1, that a message with some evidence is of the model's kind. */
export function weigher({ bias, weights }: Model): (evidence: Iterable<string>) => number {
  const known = new Map(Object.entries(weights));
  return (evidence) => {
    let sum = bias;
    for (const piece of evidence) sum += known.get(piece) ?? 0;
    return 1 / (1 + Math.exp(-sum));
  };
}

export const confidence: Readonly<Record<Kind, (evidence: Iterable<string>) => number>> = {
  report: weigher(learned.report),
  ack: weigher(learned.ack),
  undo: weigher(learned.undo),
  lead: weigher(learned.lead),
};
