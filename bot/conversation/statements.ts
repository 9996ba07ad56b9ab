/** Whose task a message speaks of: a clerk of the office names the unit first (`示例一村 2.1-3 已完成`). */
import type { NamedUnit } from '../../api/services/chat/units-named.ts';

/** A part of a message that speaks of one unit; `unit` is null where none is named: then it is the speaker's own. */
export interface Statement {
  unit: NamedUnit | null;
  text: string;
}

const QUOTE = /^\s*「[\s\S]*?」\s*\n[\s-]*\n/;
/** Mentions, greetings, bullets: what may stand before the unit's name. */
const BEFORE_NAME = /^(?:\s|@\S+|各位领导|领导好|大家好|您好|你好|[，,、。：:!！]|[（(]?\d{1,2}[）)、.．])*/;

/** The unit that a line begins with. `named` are those that the text names, longest name first. */
function leading(line: string, named: readonly NamedUnit[]): NamedUnit | null {
  const start = line.replace(BEFORE_NAME, '');
  return named.find(({ calling }) => start.startsWith(calling)) ?? null;
}

/** What a text says after the unit's name that it begins with. */
export const afterName = (text: string, calling: string): string =>
  text.replace(QUOTE, '').replace(BEFORE_NAME, '').slice(calling.length).trim();

/** Splits a message where several of its lines each begin with a unit's name; else it is one statement. */
export function statementsOf(text: string, named: readonly NamedUnit[]): Statement[] {
  if (named.length === 0) return [{ unit: null, text }];
  const lines = text.split('\n').map((line) => ({ line, unit: leading(line, named) }));
  if (lines.filter(({ unit }) => unit !== null).length < 2) {
    return [{ unit: leading(text.replace(QUOTE, ''), named), text }];
  }
  const statements: Statement[] = [];
  for (const { line, unit } of lines) {
    const last = statements.at(-1);
    if (last === undefined || (unit !== null && last.unit !== null)) statements.push({ unit, text: line });
    else statements.splice(-1, 1, { unit: last.unit ?? unit, text: `${last.text}\n${line}` });
  }
  return statements;
}
