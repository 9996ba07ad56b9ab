/** Learns how much each piece of evidence weighs, from the `develop` corpus: `npm run learn`. */
import { writeFileSync } from 'node:fs';
import { examplesOf } from './examples.ts';
import { learn } from './logistic.ts';

const WEIGHTS = new URL('../understand/weights.json', import.meta.url);
const DECIMALS = 2;
/** What weighs less is left out. */
const LEAST = 0.05;

const kept = (weight: number): number => Number(weight.toFixed(DECIMALS));

const examples = examplesOf('develop');
const { bias, weights } = learn(examples);
const telling = Object.entries(weights)
  .map(([piece, weight]) => [piece, kept(weight)] as const)
  .filter(([, weight]) => Math.abs(weight) >= LEAST);
writeFileSync(
  WEIGHTS,
  `${JSON.stringify({ bias: kept(bias), weights: Object.fromEntries(telling) }, null, 2)}\n`,
);
process.stdout.write(`${examples.length} messages, ${telling.length} weights\n`);
