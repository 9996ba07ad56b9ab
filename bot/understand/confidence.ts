/**
 * How sure it is that a message is its sender's own report (把握): the evidence, weighed as it was learned from the
 * labelled messages (`npm run learn`). A logistic model: sums of weights, nothing hidden in it.
 */
import learned from './weights.json' with { type: 'json' };

/** Less sure than this, it is let go. */
export const BAR = 0.5;

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(learned.weights));

/** Takes the evidence of a message; gives the probability, 0 to 1, that it is a report. */
export function confidence(evidence: Iterable<string>): number {
  let sum = learned.bias;
  for (const piece of evidence) sum += WEIGHTS.get(piece) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
