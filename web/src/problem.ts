/** A request that was refused or did not arrive, in words that a person can act on (design: interface.md, Manners). */
import type { Fault, Versions } from '../../api/errors.ts';

/** What the server says when it refuses (RFC 9457); `id` is the number to quote. */
export interface Problem {
  status: number;
  code: string;
  detail: string;
  faults: readonly Fault[];
  id: string | null;
  /** Where somebody else was faster: the own version and the one that stands. */
  versions: Versions | null;
}

/** Thrown by every call of `api.ts` that gives no answer. `status` 0 means that the server was not reached. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'Refused';
    this.problem = problem;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function faultsOf(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isObject)
    .map(({ path, message }) => ({ path: textOf(path) ?? '', message: textOf(message) ?? '' }));
}

/**
 * Reads the body of a refused answer, whoever wrote it: our problem, better-auth's `{code, message}`, or a
 * proxy's page. An empty `detail` means that nothing readable was said.
 */
export function readProblem(status: number, body: unknown): Problem {
  if (!isObject(body))
    return { status, code: `http${status}`, detail: '', faults: [], id: null, versions: null };
  return {
    status,
    code: textOf(body.code) ?? `http${status}`,
    detail: textOf(body.detail) ?? textOf(body.message) ?? '',
    faults: faultsOf(body.faults),
    id: textOf(body.id),
    versions: isObject(body.versions) ? { yours: body.versions.yours, theirs: body.versions.theirs } : null,
  };
}

/** The problem in whatever a query or a mutation threw. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  return { status: 0, code: 'network', detail: '', faults: [], id: null, versions: null };
}

/** The fault found at one field of a form, to be shown beside it. */
export function faultAt(error: unknown, path: string): string | undefined {
  return problemOf(error).faults.find((fault) => fault.path === path)?.message;
}
