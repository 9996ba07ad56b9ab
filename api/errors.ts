/**
 * The few ways in which something asked for is refused. No HTTP in them: `api/http/problems.ts` says which
 * status each has, the bot says them as a reply, the command line as a line on stderr.
 */

const REFUSALS = [
  'unauthenticated',
  'forbidden',
  'notFound',
  'invalid',
  'conflict',
  'tooLarge',
  'tooMany',
  'unavailable',
] as const;
export type RefusalKind = (typeof REFUSALS)[number];

/** One fault of an input: where it is (`updates[0].percent`) and what is wrong, in the person's words. */
export interface Fault {
  path: string;
  message: string;
}

/** Two people changed one thing: what the one who asks would have saved, and what the other one saved. */
export interface Versions {
  yours: unknown;
  theirs: unknown;
}

/** A request refused for a reason that a person can act on. `message` is Chinese and shown as it is. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** A short stable word for programs: `alreadySubmitted`. */
  readonly code: string;
  readonly faults: readonly Fault[];
  /** Of a conflict of two versions, both; else null. */
  readonly versions: Versions | null;

  constructor(
    kind: RefusalKind,
    code: string,
    message: string,
    faults: readonly Fault[] = [],
    versions: Versions | null = null,
  ) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.code = code;
    this.faults = faults;
    this.versions = versions;
  }
}

/** The refusal of what is not there; `what` names it in the words of people: 督办单, 材料. */
export const notFound = (what: string): Refusal => new Refusal('notFound', 'notFound', `没有找到这个${what}`);

/** The row that a query promised. Throws `notFound` where it gave none. */
export function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw notFound(what);
  return row;
}
