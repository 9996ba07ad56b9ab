/**
 * Masking of personal data (个人信息隐去): an identity-card number whose checksum is right, a mobile number or a
 * bank card number is struck out of a message before it is stored (chat.md, "Taking it in", 7; trust.md,
 * "Minors' data"). Digits may be full width and may be written in groups (`138 1234 5678`).
 */

/** Kinds of personal data: 身份证号 · 银行卡号 · 手机号 */
const PERSONAL_DATA = ['identityCard', 'bankCard', 'mobile'] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];

const LABELS: Readonly<Record<PersonalData, string>> = {
  identityCard: '【身份证号已隐去】',
  bankCard: '【银行卡号已隐去】',
  mobile: '【手机号已隐去】',
};

/** One digit of the text, and where it stands. */
interface Digit {
  value: string;
  at: number;
}
/** What was found, as the half-open range of the text that it takes up. */
interface Finding {
  kind: PersonalData;
  from: number;
  to: number;
}

const ZERO_FULL_WIDTH = 0xff10;

/** The shortest of the numbers has 11 digits; between any two of them may stand a separator or two. */
const RUN = /[\d\uff10-\uff19](?:[ \-_.·—–\u00a0\u2005\u200b\u3000]{0,2}[\d\uff10-\uff19]){10,}/g;

function digitOf(char: string): string | null {
  if (char >= '0' && char <= '9') return char;
  const value = char.charCodeAt(0) - ZERO_FULL_WIDTH;
  return value >= 0 && value <= 9 ? String(value) : null;
}

/** The runs of digits in a text that are long enough to hold a number. */
function runsOf(text: string): Digit[][] {
  return [...text.matchAll(RUN)].map(({ 0: written, index }) => {
    const run: Digit[] = [];
    for (let at = 0; at < written.length; at++) {
      const value = digitOf(written.charAt(at));
      if (value !== null) run.push({ value, at: index + at });
    }
    return run;
  });
}

/** The groups that a run is written in: digits that stand side by side. */
function groupsOf(run: readonly Digit[]): Digit[][] {
  const groups: Digit[][] = [];
  for (const digit of run) {
    const group = groups.at(-1);
    if (group?.at(-1)?.at === digit.at - 1) group.push(digit);
    else groups.push([digit]);
  }
  return groups;
}

const numberOf = (digits: readonly Digit[]): string => digits.map((digit) => digit.value).join('');

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** The check character of the first 17 digits of an identity-card number (GB 11643-1999). */
export function identityCheck(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0);
  return ID_CHECKS.charAt(sum % 11);
}

/** Region 1–9, a day of birth that the calendar has, in 1900–2099. */
function couldBeIdentity(first17: string): boolean {
  if (first17.charAt(6) !== '1' && first17.charAt(6) !== '2') return false;
  const [, year, month, date] =
    /^[1-9]\d{5}((?:19|20)\d\d)(\d\d)(\d\d)\d{3}$/.exec(first17)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return false;
  const born = new Date(Date.UTC(year, month - 1, date));
  return born.getUTCMonth() === month - 1 && born.getUTCDate() === date;
}

/** Whether 18 characters are an identity-card number with a right checksum. */
export const isIdentityNumber = (number: string): boolean =>
  /^\d{17}[\dXx]$/.test(number) &&
  couldBeIdentity(number.slice(0, 17)) &&
  identityCheck(number) === number.slice(17).toUpperCase();

/** Whether a number passes the Luhn check that bank cards carry. */
export function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, char, at) => {
    const value = Number(char) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const isBankCard = (number: string): boolean => /^[3-69]\d{15,18}$/.test(number) && passesLuhn(number);
const isMobile = (number: string): boolean => /^(?:(?:00)?86)?1[3-9]\d{9}$/.test(number);

/** Identity numbers wherever they begin in a run, glued to other digits or not. */
function identitiesIn(text: string, run: readonly Digit[]): Finding[] {
  const findings: Finding[] = [];
  const digits = numberOf(run);
  for (let at = 0; at + 17 <= run.length; at++) {
    const first17 = digits.slice(at, at + 17);
    const [first, last] = [run[at], run[at + 16]];
    if (first === undefined || last === undefined || !couldBeIdentity(first17)) continue;
    const next = run[at + 17];
    const x = /^[ -]?[XxＸｘ]/.exec(text.slice(last.at + 1, last.at + 3))?.[0];
    const to = x !== undefined ? last.at + 1 + x.length : next === undefined ? null : next.at + 1;
    const check = x !== undefined ? 'X' : next?.value;
    if (to === null || check !== identityCheck(first17)) continue;
    findings.push({ kind: 'identityCard', from: first.at, to });
    at += x !== undefined ? 16 : 17;
  }
  return findings;
}

/** How mobile and bank card numbers are written: in one piece, or in these groups. */
const WRITTEN = [
  { kind: 'mobile', is: isMobile, shapes: ['11', '13', '15', '3 4 4', '2 11', '4 11', '2 3 4 4', '4 3 4 4'] },
  {
    kind: 'bankCard',
    is: isBankCard,
    shapes: ['16', '17', '18', '19', '4 4 4 4', '4 4 4 4 1', '4 4 4 4 2', '4 4 4 4 3', '6 13'],
  },
] as const;
const MOST_GROUPS = 5;
const SHAPES: ReadonlySet<string> = new Set(WRITTEN.flatMap(({ shapes }) => shapes));

function grouped(groups: readonly Digit[][], at: number): Finding | null {
  for (let count = Math.min(MOST_GROUPS, groups.length - at); count > 0; count--) {
    const some = groups.slice(at, at + count);
    const shape = some.map((group) => group.length).join(' ');
    if (!SHAPES.has(shape)) continue;
    const number = numberOf(some.flat());
    const way = WRITTEN.find(({ shapes, is }) => shapes.some((each) => each === shape) && is(number));
    const [first, last] = [some[0]?.[0], some.at(-1)?.at(-1)];
    if (way && first && last) return { kind: way.kind, from: first.at, to: last.at + 1 };
  }
  return null;
}

function groupedIn(run: readonly Digit[]): Finding[] {
  const groups = groupsOf(run);
  const findings: Finding[] = [];
  for (let at = 0; at < groups.length; at++) {
    const finding = grouped(groups, at);
    const start = groups[at]?.[0];
    const before = findings.at(-1);
    if (finding && start && (before === undefined || start.at >= before.to)) findings.push(finding);
  }
  return findings;
}

function replace(text: string, findings: readonly Finding[]): string {
  let masked = '';
  let done = 0;
  for (const { kind, from, to } of findings) {
    masked += text.slice(done, from) + LABELS[kind];
    done = to;
  }
  return masked + text.slice(done);
}

export interface Masked {
  text: string;
  /** What was struck out, one entry for each piece, in no particular order. */
  found: PersonalData[];
}

/** Strikes personal data out of a text; everything else stays as it was. Linear in the text's length. */
export function maskPersonalData(text: string): Masked {
  const identities = runsOf(text).flatMap((run) => identitiesIn(text, run));
  const once = replace(text, identities);
  const others = runsOf(once).flatMap(groupedIn);
  return { text: replace(once, others), found: [...identities, ...others].map(({ kind }) => kind) };
}
