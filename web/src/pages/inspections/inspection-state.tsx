import type { JSX } from 'solid-js';
import { isUnsettled } from '../../../../api/domain/inspection/problem.ts';
import { t } from '../../i18n/language.ts';
import css from './inspection-state.module.css';
import type { InspectionRow } from './queries.ts';

/** How an inspection stands, in a word with its mark. */
export function StateMark(props: { row: Pick<InspectionRow, 'state' | 'found' | 'list'> }): JSX.Element {
  const done = (): number => {
    const { met, unmet, notApplicable } = props.row.found;
    return met + unmet + notApplicable;
  };
  const underWay = (): boolean => props.row.state === 'planned' && done() > 0;
  return (
    <span class={css.mark} data-state={underWay() ? 'underWay' : props.row.state}>
      {underWay()
        ? t().inspections.underWay(done(), props.row.list.items)
        : t().inspections.state[props.row.state]}
    </span>
  );
}

/** What an inspection found, in a sentence; the worst is a problem that is overdue. */
export function Outcome(props: { row: InspectionRow }): JSX.Element {
  const words = () => t().inspections;
  const open = () => props.row.problems.filter(isUnsettled);
  const late = () => props.row.problems.filter(({ overdue }) => overdue);
  const problems = (): string => {
    if (open().length > 0) return words().problemCount(open().length, late().length);
    return props.row.problems.length > 0 ? words().allSettled(props.row.problems.length) : words().noProblems;
  };
  return (
    <span class={css.outcome} data-late={late().length > 0 ? '' : undefined}>
      {props.row.state === 'completed' ? problems() : ''}
    </span>
  );
}
