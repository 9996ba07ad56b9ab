/**
 * Slips of voice and hand (错别字): what sounds like a word of the unit's tasks or a common verb, and is written half
 * right, is read as that word (档岸 → 档案, 更薪 → 更新). Sounds that the south-west does not tell apart count as one.
 */
import { pinyin } from 'pinyin-pro';
import type { OpenTask } from './intent.ts';
import { KNOWN } from './lexicon.ts';
import { indexOf, type TaskIndex } from './task-index.ts';
import { type Found, Trie } from './trie.ts';

const FIRST_SOUND = 0xe000;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const sounds = new Map<string, number>();
/** The sign of each Chinese character's sound; 0 until it is first asked for. */
const heardAs = new Uint16Array(LAST_HAN - FIRST_HAN + 1);

/** One sign for all characters that sound alike. */
function soundOf(unit: number): number {
  const known = heardAs[unit - FIRST_HAN] ?? 0;
  if (known !== 0) return known;
  const spoken = pinyin(String.fromCharCode(unit), { toneType: 'none' })
    .replace(/^([zcs])h/, '$1')
    .replace(/([ie]n)g$/, '$1');
  const sign = sounds.get(spoken) ?? FIRST_SOUND + sounds.size;
  sounds.set(spoken, sign);
  heardAs[unit - FIRST_HAN] = sign;
  return sign;
}

/** A text as it sounds; what is not Chinese stands for itself. */
function soundsOf(text: string): string {
  const line = new Array<number>(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    line[at] = unit < FIRST_HAN || unit > LAST_HAN ? unit : soundOf(unit);
  }
  return String.fromCharCode(...line);
}

/** Words by their sound; the first that was put there stands. */
type Book = Trie<string>;

function addTo(book: Book, word: string): void {
  // 六成的 is no 橙的.
  if (word.length > 1 && !word.endsWith('的')) book.add(soundsOf(word), word);
}

const TENS = [...'一二三四五六七八九'].map((digit) => `百分之${digit}十`);
/** What is done about any task, as far as it is often misspelt. */
const OFTEN_MISSPELT =
  '完成 办结 更新 走访 落实 挂牌 印发 报送 建档 排查 处置 整治 宣传 搞定 到位 已经'.split(' ');
const DEED_BOOK: Book = new Trie();
for (const word of [...OFTEN_MISSPELT, ...TENS]) addTo(DEED_BOOK, word);

const books = new WeakMap<readonly OpenTask[], Book>();

/** The words of the tasks by their sound: of titles every three and more in a row, of synonyms each word. */
function bookOf(tasks: readonly OpenTask[]): Book {
  const kept = books.get(tasks);
  if (kept !== undefined) return kept;
  const book: Book = new Trie();
  for (const { title, synonyms } of tasks) {
    for (const word of synonyms.flatMap((wording) => wording.split(' '))) addTo(book, word);
    for (let at = 0; at < title.length - 2; at++) {
      for (let end = at + 3; end <= Math.min(at + 6, title.length); end++) addTo(book, title.slice(at, end));
    }
  }
  books.set(tasks, book);
  return book;
}

/** What sounds like another word and means something else: 年终, 年中. */
const MEANT = /年终/;

/** Half of the characters at least stand as they should. */
function isHalfRight(written: string, word: string): boolean {
  if (MEANT.test(written) && !MEANT.test(word)) return false;
  let same = 0;
  for (let at = 0; at < word.length; at++) if (written[at] === word[at]) same++;
  return same < word.length && 2 * same >= word.length;
}

/** Where the longest word that begins at a place ends, as the tasks and all reports write it. */
function wordEnd(text: string, at: number, { pieces, synonyms }: TaskIndex): number {
  return Math.max(
    KNOWN.longest(text, at)?.end ?? at,
    pieces.longest(text, at)?.end ?? at,
    synonyms.longest(text, at)?.end ?? at,
  );
}

/** Is a slip no part of words that are written right? */
function standsAlone(text: string, { start, end }: Found<string>, index: TaskIndex): boolean {
  const known = wordEnd(text, start, index);
  if (known - start > 1 && known >= end) return false;
  const before = start === 0 ? 0 : wordEnd(text, start - 1, index);
  // 已进入 is no 已经入: another word begins within it.
  return before <= start && wordEnd(text, end - 1, index) <= end;
}

/** The text with its slips mended. */
export function respell(text: string, tasks: readonly OpenTask[]): string {
  const line = soundsOf(text);
  const book = bookOf(tasks);
  let mended = '';
  let done = 0;
  for (let at = 0; at < line.length; at++) {
    const slip = book.longest(line, at) ?? DEED_BOOK.longest(line, at);
    if (slip === null || !isHalfRight(text.slice(at, slip.end), slip.value)) continue;
    if (!standsAlone(text, slip, indexOf(tasks))) continue;
    mended += text.slice(done, at) + slip.value;
    done = slip.end;
    at = done - 1;
  }
  return done === 0 ? text : mended + text.slice(done);
}
