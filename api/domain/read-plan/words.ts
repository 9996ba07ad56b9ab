/** What the words of one section say (一段文字的责任、时限、频次), each with its sentence. */
import { deadlinesIn, deadlinesInLimit, type FoundDeadline, type UnreadDay } from './deadlines.ts';
import { distinctBy } from './distinct.ts';
import { labelsIn } from './labels.ts';
import type { Deadline, Recurrence } from './reading.ts';
import { recurrencesIn } from './recurrences.ts';
import { type Responsibility, responsibilityIn } from './responsibility.ts';
import { type Span, sentenceAt } from './sentences.ts';
import type { PlanText } from './text.ts';

/** The plan's text, and what the reading of every section shares. */
export interface PlanWords {
  text: PlanText;
  /** The even text with the titles of documents struck out. */
  masked: string;
  year: number | undefined;
  /** Whether the plan says that the first of several units leads. */
  firstLeads: boolean;
}

/** Something in a range that cannot be read: a doubt without its section. */
export interface Unread {
  text: string;
  why: string;
}

export interface Said extends Pick<Responsibility, 'lead' | 'support'> {
  deadlines: Deadline[];
  recurrences: Recurrence[];
  unread: Unread[];
  quote: string;
}

/** No section is longer: of a longer one this much is read. */
export const LONGEST_SECTION = 20_000;

const quoteAt = ({ text }: PlanWords, at: number, within: Span): string => {
  const { from, to } = sentenceAt(text.norm, at, within);
  return text.quote(from, to);
};

const wordsOf = ({ masked }: PlanWords, { from, to }: Span): string =>
  masked.slice(from, Math.min(to, from + LONGEST_SECTION));

const shift = <T extends { from: number }>(found: readonly T[], by: number): T[] =>
  found.map((each) => ({ ...each, from: each.from + by }));

interface Days {
  deadlines: FoundDeadline[];
  unread: UnreadDay[];
}

/** The days of a range; in a label (完成时限：…) every day is a deadline. */
function daysIn(words: string, year: number | undefined): Days {
  const limits = labelsIn(words).filter(({ role }) => role === 'time');
  const labelled = limits.map((limit) => {
    const found = deadlinesInLimit(limit.value, year);
    return {
      deadlines: shift(found.deadlines, limit.valueFrom),
      unread: shift(found.unread, limit.valueFrom),
    };
  });
  const prose = deadlinesIn(words, year);
  const outside = ({ from }: Span) => !limits.some((limit) => from >= limit.valueFrom && from < limit.to);
  const byPlace = (a: Span, b: Span) => a.from - b.from;
  return {
    deadlines: [...prose.deadlines.filter(outside), ...labelled.flatMap((each) => each.deadlines)].sort(
      byPlace,
    ),
    unread: [...prose.unread.filter(outside), ...labelled.flatMap((each) => each.unread)].sort(byPlace),
  };
}

/** No section says more; a text that does is none, and is not worth the time. */
const MOST = 60;

/** The deadlines of a range, one for each day. */
export function deadlinesOf(plan: PlanWords, within: Span): { deadlines: Deadline[]; unread: Unread[] } {
  const found = daysIn(wordsOf(plan, within), plan.year);
  const quote = (from: number) => quoteAt(plan, within.from + from, within);
  return {
    deadlines: distinctBy(found.deadlines, ({ date }) => date).map(({ date, from }) => ({
      date,
      text: quote(from),
    })),
    unread: found.unread.slice(0, MOST).map(({ from, why }) => ({ text: quote(from), why })),
  };
}

function recurrencesOf(plan: PlanWords, within: Span): { recurrences: Recurrence[]; unread: Unread[] } {
  const found = recurrencesIn(wordsOf(plan, within));
  const quote = (from: number) => quoteAt(plan, within.from + from, within);
  const recurrences = found.recurrences
    .slice(0, MOST)
    .map(({ every, from }) => ({ every, text: quote(from) }));
  return {
    recurrences: distinctBy(recurrences, (each) => JSON.stringify(each)),
    unread: found.unread.slice(0, MOST).map(({ from, why }) => ({ text: quote(from), why })),
  };
}

/** A title sentence is no longer: what follows it says more. */
const TITLE = 40;

/** The sentence an item rests on: the one that names its lead, or else the first after its title. */
function quoteOf(plan: PlanWords, within: Span, leadAt: number | undefined): string {
  const { norm } = plan.text;
  if (leadAt !== undefined) {
    const named = sentenceAt(norm, leadAt, within);
    const bracket = named.from > within.from && '(【['.includes(norm.charAt(named.from));
    const before =
      bracket && norm.charAt(named.from - 1) !== '\n' ? sentenceAt(norm, named.from - 1, within) : named;
    return plan.text.quote(Math.min(before.from, named.from), named.to);
  }
  const first = sentenceAt(norm, within.from, within);
  const next = norm.charAt(first.to) === '\n' ? first.to + 1 : first.to;
  const second = sentenceAt(norm, next, within);
  const useful = first.to - first.from <= TITLE && next < within.to && second.to > next;
  return useful ? plan.text.quote(next, second.to) : plan.text.quote(first.from, first.to);
}

/** Reads one range of the text: who, until when, how often, and what cannot be read. */
export function readWords(plan: PlanWords, within: Span): Said {
  const words = wordsOf(plan, within);
  const { lead, support, at, unread } = responsibilityIn(words, plan.firstLeads);
  const days = deadlinesOf(plan, within);
  const often = recurrencesOf(plan, within);
  const leadAt = at === undefined ? undefined : within.from + at;
  const unnamed = unread.slice(0, MOST).map((each) => ({
    text: quoteAt(plan, within.from + each.at, within),
    why: each.why,
  }));
  return {
    lead,
    support,
    deadlines: days.deadlines,
    recurrences: often.recurrences,
    quote: quoteOf(plan, within, leadAt),
    unread: distinctBy([...unnamed, ...days.unread, ...often.unread], ({ text, why }) => `${text}\n${why}`),
  };
}
