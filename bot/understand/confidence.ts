/**
 * How sure it is that a message is its sender's own report (把握): the evidence, weighed as it was learned from the
 * labelled messages (`npm run learn`). A logistic model: sums of weights, nothing hidden in it.
 */
import learned from './weights.json' with { type: 'json' };

/** What each piece of evidence weighs, for a report or against. */
export interface Model {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

/** Less sure than this, it is let go. */
export const BAR = 0.5;

/** Makes what gives the probability, 0 to 1, that a message with some evidence is a report. */
export function weigher({ bias, weights }: Model): (evidence: Iterable<string>) => number {
  const known = new Map(Object.entries(weights));
  return (evidence) => {
    let sum = bias;
    for (const piece of evidence) sum += known.get(piece) ?? 0;
    return 1 / (1 + Math.exp(-sum));
  };
}

export const confidence = weigher(learned);
