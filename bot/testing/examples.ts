/** The labelled messages as examples of each kind (学习样例). */
import type { Kind } from '../understand/confidence.ts';
import { hear } from '../understand/hear.ts';
import { type Corpus, corpus, hearing } from './corpus.ts';
import type { Example } from './logistic.ts';

/** The intents of each kind. */
const INTENTS: Readonly<Record<Kind, readonly string[]>> = {
  report: ['progress', 'extend'],
  ack: ['ack'],
  undo: ['undo'],
  lead: ['lead'],
};

/** A labelled message with its evidence. */
export interface Seen {
  intent: string;
  evidence: ReadonlySet<string>;
}

export const seenIn = (name: Corpus): Seen[] =>
  corpus(name).map(({ unit, where, text, expect: { intent } }) => ({
    intent,
    evidence: hear(text, hearing(unit, where)).evidence(),
  }));

/** Messages as examples of what is of a kind and what is not. */
export const examplesOf = (kind: Kind, messages: readonly Seen[]): Example[] =>
  messages.map(({ intent, evidence }) => ({ evidence, holds: INTENTS[kind].includes(intent) }));
