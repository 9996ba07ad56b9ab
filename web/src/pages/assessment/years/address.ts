/** The address of an assessment: `/assessment/years/2026`, a rehearsal's `/assessment/years/2026-trial`. */
import type { AnnualKind } from '../../../../../db/vocabulary.ts';

interface Named {
  year: number;
  kind: AnnualKind;
}

const nameOf = ({ year, kind }: Named): string => (kind === 'trial' ? `${year}-trial` : String(year));

/** The page of an assessment. */
export const addressOf = (annual: Named): string => `/assessment/years/${nameOf(annual)}`;

/** The one of a list that an address names. */
export const namedBy = <A extends Named>(list: readonly A[], name: string | undefined): A | undefined =>
  list.find((each) => nameOf(each) === name);
