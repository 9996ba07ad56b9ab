/** The labelled messages as examples of what is a report and what is not (学习样例). */
import { evidenceOf } from '../understand/evidence.ts';
import { hear } from '../understand/hear.ts';
import { type CORPORA, corpus, hearing, type Labelled } from './corpus.ts';
import type { Example } from './logistic.ts';

/** What may be taken for a report: reports, requests for more time, and what is neither. */
const COMPARED: readonly string[] = ['progress', 'extend', 'none', 'query', 'ack'];
const REPORTS: readonly string[] = ['progress', 'extend'];

const exampleOf = ({ unit, where, text, expect: { intent } }: Labelled): Example => ({
  evidence: evidenceOf(hear(text, hearing(unit, where))),
  holds: REPORTS.includes(intent),
});

export const examplesOf = (name: (typeof CORPORA)[number]): Example[] =>
  corpus(name)
    .filter(({ expect }) => COMPARED.includes(expect.intent))
    .map(exampleOf);
