/** The labelled messages (语料), and how understanding does on them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type PlanFile, readPlanJson } from '../../api/domain/plan/plan-file.ts';
import { day } from '../../api/domain/time/day.ts';
import { openTasksOf, type Synonyms } from '../understand/command.ts';
import type { Hearing, Intent } from '../understand/intent.ts';
import { understand } from '../understand/understand.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

function builtInPlan(): PlanFile {
  const read = readPlanJson(json('../../db/builtin/plan.json'));
  if (!read.ok) throw new Error('the built-in plan is faulty');
  return read.plan;
}

const plan = builtInPlan();
const synonyms = json('../../db/builtin/synonyms.json') as Synonyms;

export interface Labelled {
  unit: string;
  where: Hearing['where'];
  text: string;
  /** A question of the bot is open to the sender. */
  asked?: boolean;
  expect: Record<string, unknown> & { intent: string };
}

export const CORPORA = ['shared', 'develop', 'measure'] as const;

export type Corpus = (typeof CORPORA)[number];

const linesOf = (name: Corpus): string =>
  readFileSync(new URL(`../understand/corpus/${name}.jsonl`, import.meta.url), 'utf8');

/** Tells one state of a corpus from another: the SHA-256 of its lines. */
export const signOf = (name: Corpus): string => createHash('sha256').update(linesOf(name)).digest('hex');

export const corpus = (name: Corpus): Labelled[] =>
  linesOf(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

const tasks = new Map<string, NonNullable<ReturnType<typeof openTasksOf>>>();

/** What understanding is told of a unit, on the day the corpus was written for. */
export function hearing(unit: string, where: Hearing['where']): Hearing {
  const open = tasks.get(unit) ?? openTasksOf(plan, synonyms, unit, plan.year);
  if (open === undefined) throw new Error(`nobody is called ${unit}`);
  tasks.set(unit, open);
  return {
    unit,
    tasks: open,
    where,
    mentioned: false,
    today: day('2026-06-22'),
    questionOpen: false,
    units: plan.departments,
  };
}

type Said = Pick<Labelled, 'unit' | 'where' | 'text' | 'asked'>;

export const heardAs = ({ unit, where, text, asked = false }: Said): Intent =>
  understand(text, { ...hearing(unit, where), questionOpen: asked });

/** Of the intent, the fields that the label speaks of. */
export function labelled(got: unknown, label: unknown): unknown {
  if (Array.isArray(label) && Array.isArray(got)) {
    return got.map((each, n) => labelled(each, label[n] ?? label[0]));
  }
  if (typeof label !== 'object' || label === null || typeof got !== 'object' || got === null) return got;
  return Object.fromEntries(
    Object.keys(label).map((key) => [key, labelled(Reflect.get(got, key), Reflect.get(label, key))]),
  );
}

const isRight = (message: Labelled): boolean =>
  JSON.stringify(labelled(heardAs(message), message.expect)) === JSON.stringify(message.expect);

export interface Figures {
  /** Messages that are none of the bot's business, and those of them it took for something. */
  chatter: number;
  taken: Labelled[];
  /** Messages that mean something, and those of them that were not understood in every field. */
  meant: number;
  missed: Labelled[];
}

/** How understanding does on some messages. */
export function figuresOf(messages: readonly Labelled[]): Figures {
  const chatter = messages.filter(({ expect }) => expect.intent === 'none');
  const meant = messages.filter(({ expect }) => expect.intent !== 'none');
  return {
    chatter: chatter.length,
    taken: chatter.filter((message) => !isRight(message)),
    meant: meant.length,
    missed: meant.filter((message) => !isRight(message)),
  };
}
