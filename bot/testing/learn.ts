/** Learns how much each piece of evidence weighs, from the `develop` corpus: `npm run learn`. */
import { writeFileSync } from 'node:fs';
import { evidenceOf } from '../understand/evidence.ts';
import { hear } from '../understand/hear.ts';
import { corpus, hearing, type Labelled } from './corpus.ts';
import { type Example, learn } from './logistic.ts';

const WEIGHTS = new URL('../understand/weights.json', import.meta.url);
const DECIMALS = 2;
/** What weighs less is left out. */
const LEAST = 0.05;

/** What may be taken for a report: reports, requests for more time, and what is neither. */
const COMPARED: readonly string[] = ['progress', 'extend', 'none', 'query', 'ack'];
const REPORTS: readonly string[] = ['progress', 'extend'];

const exampleOf = ({ unit, where, text, expect: { intent } }: Labelled): Example => ({
  evidence: evidenceOf(hear(text, hearing(unit, where))),
  holds: REPORTS.includes(intent),
});

const kept = (weight: number): number => Number(weight.toFixed(DECIMALS));

const examples = corpus('develop')
  .filter(({ expect }) => COMPARED.includes(expect.intent))
  .map(exampleOf);
const { bias, weights } = learn(examples);
const telling = Object.entries(weights)
  .map(([piece, weight]) => [piece, kept(weight)] as const)
  .filter(([, weight]) => Math.abs(weight) >= LEAST);
writeFileSync(
  WEIGHTS,
  `${JSON.stringify({ bias: kept(bias), weights: Object.fromEntries(telling) }, null, 2)}\n`,
);
process.stdout.write(`${examples.length} messages, ${telling.length} weights\n`);
