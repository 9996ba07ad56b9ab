/** Learns how much each piece of evidence weighs, from the `develop` corpus: `npm run learn`. */
import { writeFileSync } from 'node:fs';
import { KINDS, type Kind, type Model } from '../understand/confidence.ts';
import { signOf } from './corpus.ts';
import { examplesOf, seenIn } from './examples.ts';
import { learn } from './logistic.ts';

const WEIGHTS = new URL('../understand/weights.json', import.meta.url);
const DECIMALS = 2;
/** What weighs less is left out. */
const LEAST = 0.05;

const rounded = (weight: number): number => Number(weight.toFixed(DECIMALS));

function kept({ bias, weights }: Model): Model {
  const telling = Object.entries(weights)
    .map(([piece, weight]) => [piece, rounded(weight)] as const)
    .filter(([, weight]) => Math.abs(weight) >= LEAST);
  return { bias: rounded(bias), weights: Object.fromEntries(telling) };
}

const seen = seenIn('develop');
const model = (kind: Kind): readonly [Kind, Model] => [kind, kept(learn(examplesOf(kind, seen)))];
const learned = Object.fromEntries(KINDS.map(model));
const learnedFrom = signOf('develop');
writeFileSync(WEIGHTS, `${JSON.stringify({ learnedFrom, ...learned }, null, 2)}\n`);
const weights = Object.values(learned).map((each) => Object.keys(each.weights).length);
process.stdout.write(
  `${seen.length} messages; weights: ${KINDS.map((kind, n) => `${kind} ${weights[n]}`).join(', ')}\n`,
);
