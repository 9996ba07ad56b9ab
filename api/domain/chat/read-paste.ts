/**
 * Reads what a chat application copies (粘贴记录): who said what, and when. WeChat copies several ways: a name, a time
 * and the words on lines of their own; a name and a time on one line; `张三：消息`, with the day in a heading or
 * nowhere. Pure, and linear in the text's length: only short lines can be a heading, and none is looked at twice.
 */
import { dayOf, startOf } from '../time/day.ts';
import { readStamp } from './read-stamp.ts';

/** Why nothing can be read: 没有内容 · 看不出谁说的 · 太多 */
export type PasteFault = 'empty' | 'noMessages' | 'tooMany';

export interface PastedMessage {
  name: string;
  /** When it was said; where the text names no time, the beginning of the heading's day or of today. */
  at: Date;
  text: string;
}

export type PasteReading = { messages: PastedMessage[] } | { fault: PasteFault };

/** One paste holds at most so many messages: no clerk corrects more in one table. */
export const MOST_PASTED = 300;

/** A longer line is never a name, a time or a heading. */
const LONGEST_HEAD = 60;
/** What the application says itself. */
const SYSTEM =
  /(?:撤回了一条消息|加入了?群聊|移出了?群聊|退出了?群聊|拍了拍|修改群名为|以下是新消息|以上是历史消息|开启了群聊邀请)/;
const RULE = /^[\s—–\-─=·*]+|[\s—–\-─=·*]+$/g;
const NAME = /^[^\s:：，。；！？,;!?][^:：，。；！？,;!?\n]{0,29}$/;
const NAME_AND_STAMP = /^(\S.{0,29}?)[ \t\u3000]+(\S.*)$/;
const SAID = /^([^\s:：，。；！？,;!?]{1,20})[:：](?!\/\/)[ \t]*(.*)$/;

type Line =
  | { is: 'head'; name: string; at: Date }
  | { is: 'stamp'; at: Date; timed: boolean; ruled: boolean }
  | { is: 'words' | 'system' | 'blank' };

/** `张三 2026/6/24 9:01`: the shortest beginning whose rest is a time; names may hold spaces. */
function headIn(line: string, now: Date): Line | null {
  const [, first = '', rest = ''] = NAME_AND_STAMP.exec(line) ?? [];
  let name = first;
  let stamp = rest;
  while (name !== '' && stamp !== '') {
    const read = readStamp(stamp, dayOf(now));
    if (read?.timed && NAME.test(name)) return { is: 'head', name, at: read.at };
    const next = NAME_AND_STAMP.exec(stamp);
    if (next === null) return null;
    name = `${name} ${next[1] ?? ''}`;
    stamp = next[2] ?? '';
  }
  return null;
}

function lineOf(line: string, now: Date): Line {
  if (line === '') return { is: 'blank' };
  if (line.length > LONGEST_HEAD) return { is: 'words' };
  if (SYSTEM.test(line)) return { is: 'system' };
  const bare = line.replace(RULE, '');
  const stamp = readStamp(bare, dayOf(now));
  if (stamp !== null) return { is: 'stamp', ...stamp, ruled: bare !== line };
  return headIn(line, now) ?? { is: 'words' };
}

/** More lines than this hold more messages than one table. */
const MOST_LINES = 20_000;

/** A time right under a short line is the time of whoever that line names: the two become one heading. */
function joined(lines: readonly Line[], written: readonly string[]): Line[] {
  const named = lines.map((line, at): Line | null => {
    const [name = '', below] = [written[at], lines[at + 1]];
    const stamped = below?.is === 'stamp' && below.timed && !below.ruled;
    return line.is === 'words' && stamped && NAME.test(name) ? { is: 'head', name, at: below.at } : null;
  });
  return lines.map((line, at) => named[at] ?? (named[at - 1] ? { is: 'system' } : line));
}

/** The messages of lines that are known for what they are. */
function messagesIn(lines: readonly Line[], written: readonly string[], now: Date): PastedMessage[] {
  // Where names come with times, a colon is a colon; `进度：80%` is then no speaker.
  const stamped = lines.some(({ is }) => is === 'head');
  const messages: { name: string; at: Date; lines: string[] }[] = [];
  let heading = startOf(dayOf(now));
  for (const [at, line] of lines.entries()) {
    const text = written[at] ?? '';
    const said = !stamped && line.is === 'words' ? SAID.exec(text) : null;
    if (line.is === 'head') messages.push({ name: line.name, at: line.at, lines: [] });
    else if (line.is === 'stamp') heading = line.timed ? line.at : startOf(dayOf(line.at));
    else if (said !== null) messages.push({ name: said[1] ?? '', at: heading, lines: [said[2] ?? ''] });
    else if (line.is !== 'system') messages.at(-1)?.lines.push(text);
  }
  return messages
    .map(({ name, at, lines: own }) => ({ name, at, text: own.join('\n').trim() }))
    .filter(({ text }) => text !== '');
}

/** Reads a paste as of the instant of pasting. */
export function readPaste(pasted: string, now: Date): PasteReading {
  const written = pasted.split(/\r\n|\r|\n/).map((line) => line.trim());
  if (written.length > MOST_LINES) return { fault: 'tooMany' };
  if (written.every((line) => line === '')) return { fault: 'empty' };
  const lines = written.map((line) => lineOf(line, now));
  const messages = messagesIn(joined(lines, written), written, now);
  if (messages.length > MOST_PASTED) return { fault: 'tooMany' };
  return messages.length === 0 ? { fault: 'noMessages' } : { messages };
}
