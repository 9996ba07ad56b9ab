/**
 * Logistic regression over things that are there or not (逻辑回归), by adaptive gradient steps (Duchi, Hazan & Singer
 * 2011) over the whole batch: the same examples give the same weights.
 */
import type { Model } from '../understand/confidence.ts';

export interface Example {
  evidence: ReadonlySet<string>;
  holds: boolean;
}

/** Evidence seen less often says nothing. */
const LEAST_SEEN = 8;
const ROUNDS = 1000;
const STEP = 0.3;
/** How much large weights cost: keeps what is seen seldom from weighing much. */
const RIDGE = 0.5;

/** The pieces of evidence that are seen often enough, in the order of their names. */
function seenOften(examples: readonly Example[]): string[] {
  const seen = new Map<string, number>();
  for (const { evidence } of examples)
    for (const piece of evidence) seen.set(piece, (seen.get(piece) ?? 0) + 1);
  return [...seen]
    .filter(([, times]) => times >= LEAST_SEEN)
    .map(([piece]) => piece)
    .sort();
}

/** Takes examples; gives the weights that tell those that hold from those that do not. */
export function learn(examples: readonly Example[]): Model {
  const pieces = seenOften(examples);
  const place = new Map(pieces.map((piece, at) => [piece, at]));
  // The bias is a weight that every example has.
  const bias = pieces.length;
  const rows = examples.map(({ evidence, holds }) => ({
    holds,
    places: [...[...evidence].flatMap((piece) => place.get(piece) ?? []), bias],
  }));
  const weights = new Float64Array(pieces.length + 1);
  const travelled = new Float64Array(weights.length).fill(1e-8);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, at) => (at === bias ? 0 : RIDGE * weight));
    for (const { holds, places } of rows) {
      const sum = places.reduce((total, at) => total + (weights[at] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (holds ? 1 : 0);
      for (const at of places) slope[at] = (slope[at] ?? 0) + error;
    }
    slope.forEach((down, at) => {
      const far = (travelled[at] ?? 0) + down ** 2;
      travelled[at] = far;
      weights[at] = (weights[at] ?? 0) - (STEP * down) / Math.sqrt(far);
    });
  }
  return {
    bias: weights[bias] ?? 0,
    weights: Object.fromEntries(pieces.map((piece, at) => [piece, weights[at] ?? 0])),
  };
}
