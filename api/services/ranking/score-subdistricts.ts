import type { DomainId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { type Scored, scoreAsOf, type View } from './score-as-of.ts';

/** So many are asked for ahead: the database works on the next while the engine scores this one. */
const AHEAD = 4;

export interface ScoredSubdistrict {
  domainId: DomainId;
  /** Null where the year has no scheme there. */
  scored: Scored | null;
}

/**
 * Scores one sub-district after another as of an instant, from records; however many there are, no more than a few
 * are in memory at a time.
 */
export async function* scoreSubdistricts(
  ctx: Context,
  domainIds: Iterable<DomainId>,
  view: View,
): AsyncGenerator<ScoredSubdistrict, void> {
  permit(ctx, 'job.run');
  const asked: Promise<ScoredSubdistrict>[] = [];
  for (const domainId of domainIds) {
    const scoring = ctx.read(async (db) => ({ domainId, scored: await scoreAsOf(db, domainId, view) }));
    // Where one fails, those asked for after it fail unheard: the first says what there is to say.
    scoring.catch(() => undefined);
    asked.push(scoring);
    const first = asked.length > AHEAD ? asked.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const each of asked) yield await each;
}
