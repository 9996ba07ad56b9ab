/** Grades within a ranking group (assessment.md, Grades). */
import { compare, type Exact, exactly, times, wholePart } from './exact.ts';
import type { Grade } from './scheme.ts';

/** What grading needs to know of a unit; total and rank are null together. */
export interface Candidate {
  readonly total: Exact | null;
  readonly rank: number | null;
  readonly vetoed: boolean;
}

interface Waiting {
  readonly total: Exact;
  readonly rank: number;
  readonly index: number;
}

/** How many units a grade has room for: floor(`maxShare` × ranked units); no limit without `maxShare`. */
const roomOf = ({ maxShare }: Grade, ranked: number): number =>
  maxShare === undefined ? ranked : Number(wholePart(times(exactly(maxShare), exactly(ranked))).num);

/** The first of those who reach a grade, by rank, as far as whole sets of ties find room; then it is closed. */
function holders(reaching: readonly Waiting[], room: number): readonly Waiting[] {
  const overflow = reaching[room];
  return overflow === undefined ? reaching : reaching.filter(({ rank }) => rank < overflow.rank);
}

/**
 * The grade of each candidate, in the order given: the best whose `min` the total reaches and that has room, the
 * last for a vetoed unit; null for a unit without a rank and for one that reaches no grade at all.
 */
export function gradesOf(grades: readonly Grade[], candidates: readonly Candidate[]): (string | null)[] {
  const last = grades.at(-1)?.name ?? null;
  const given = candidates.map(({ rank, vetoed }) => (vetoed && rank !== null ? last : null));
  const ranked = candidates.filter(({ rank }) => rank !== null).length;
  let waiting = candidates
    .flatMap(({ total, rank, vetoed }, index): Waiting[] =>
      vetoed || total === null || rank === null ? [] : [{ total, rank, index }],
    )
    .sort((a, b) => a.rank - b.rank);
  for (const grade of grades) {
    const reaching = waiting.filter(({ total }) => compare(total, exactly(grade.min)) >= 0);
    const held = new Set(holders(reaching, roomOf(grade, ranked)));
    for (const { index } of held) given[index] = grade.name;
    waiting = waiting.filter((unit) => !held.has(unit));
  }
  return given;
}
