/** Logistic regression over things that are there or not (逻辑回归): whole batches, the same result each time. */

export interface Example {
  evidence: ReadonlySet<string>;
  holds: boolean;
}

export interface Model {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

/** Evidence seen less often says nothing. */
const LEAST_SEEN = 8;
const ROUNDS = 400;
const STEP = 0.3;
/** How much large weights cost: keeps what is seen seldom from weighing much. */
const RIDGE = 1;

function seenOften(examples: readonly Example[]): string[] {
  const seen = new Map<string, number>();
  for (const { evidence } of examples)
    for (const piece of evidence) seen.set(piece, (seen.get(piece) ?? 0) + 1);
  return [...seen]
    .filter(([, times]) => times >= LEAST_SEEN)
    .map(([piece]) => piece)
    .sort();
}

/** Learns the weights that tell examples that hold from those that do not. */
export function learn(examples: readonly Example[]): Model {
  const pieces = seenOften(examples);
  const place = new Map(pieces.map((piece, at) => [piece, at]));
  const rows = examples.map(({ evidence }) =>
    Int32Array.from([...evidence].flatMap((piece) => place.get(piece) ?? [])),
  );
  const weights = new Float64Array(pieces.length);
  const slope = new Float64Array(pieces.length);
  const travelled = new Float64Array(pieces.length).fill(1e-8);
  let [bias, biasTravelled] = [0, 1e-8];
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < slope.length; at++) slope[at] = RIDGE * (weights[at] ?? 0);
    let biasSlope = 0;
    rows.forEach((row, n) => {
      let sum = bias;
      for (const at of row) sum += weights[at] ?? 0;
      const error = 1 / (1 + Math.exp(-sum)) - (examples[n]?.holds ? 1 : 0);
      biasSlope += error;
      for (const at of row) slope[at] = (slope[at] ?? 0) + error;
    });
    biasTravelled += biasSlope ** 2;
    bias -= (STEP * biasSlope) / Math.sqrt(biasTravelled);
    for (let at = 0; at < weights.length; at++) {
      const down = slope[at] ?? 0;
      const far = (travelled[at] ?? 0) + down ** 2;
      travelled[at] = far;
      weights[at] = (weights[at] ?? 0) - (STEP * down) / Math.sqrt(far);
    }
  }
  return { bias, weights: Object.fromEntries(pieces.map((piece, at) => [piece, weights[at] ?? 0])) };
}

export const chanceOf = ({ bias, weights }: Model, evidence: Iterable<string>): number => {
  let sum = bias;
  for (const piece of evidence) sum += weights[piece] ?? 0;
  return 1 / (1 + Math.exp(-sum));
};
