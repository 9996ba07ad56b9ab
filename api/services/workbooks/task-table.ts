import type { Context } from '../../context.ts';
import { type TableColumn, writeTable } from '../../documents/workbook/table-sheet.ts';
import { LIGHT_WORDS, STATE_WORDS } from '../../domain/assignment/words.ts';
import { shortInstant } from '../../domain/time/format.ts';
import { Refusal } from '../../errors.ts';
import type { AssignmentRow } from '../tasks/assignment-row.ts';
import { matchingTasks } from '../tasks/list-tasks.ts';
import type { TaskFilter } from '../tasks/task-filter.ts';
import { rootName } from '../units/root-name.ts';
import type { Download } from './download.ts';

/** Nobody reads more, and a workbook of more is slow to open. */
const MOST_ROWS = 20_000;

const reached = ({ measure, percent, count, target, unitOfMeasure }: AssignmentRow): string => {
  if (measure === 'count') return count === null ? '' : `${count}/${target ?? ''}${unitOfMeasure ?? ''}`;
  return percent === null ? '' : `${percent}%`;
};

const COLUMNS: readonly TableColumn<AssignmentRow>[] = [
  { name: '编号', width: 9, value: ({ code }) => code },
  { name: '任务', width: 36, words: true, value: ({ title }) => title },
  { name: '责任单位', width: 14, value: ({ unit }) => unit.name },
  { name: '方案章节', width: 12, value: ({ section }) => section },
  { name: '时期', width: 12, value: ({ periodLabel }) => periodLabel },
  { name: '截止日期', width: 12, value: ({ dueOn }) => dueOn },
  { name: '状态', width: 9, value: ({ state }) => STATE_WORDS[state] },
  { name: '亮灯', width: 7, value: ({ light }) => LIGHT_WORDS[light] },
  { name: '进展', width: 11, value: reached },
  {
    name: '逾期工作日',
    width: 9,
    value: ({ workingDaysLate }) => (workingDaysLate > 0 ? workingDaysLate : null),
  },
];

/**
 * The responsibility list (责任清单) as a workbook: all rows of what a filter shows. Throws `invalid` as the list
 * does, and `tooLarge` above twenty thousand rows.
 */
export async function taskTable(ctx: Context, filter: TaskFilter): Promise<Download> {
  const rows = await matchingTasks(ctx, filter, MOST_ROWS + 1);
  if (rows.length > MOST_ROWS) {
    throw new Refusal('tooLarge', 'tooManyRows', `超过${MOST_ROWS}行，请先筛选再导出`);
  }
  const now = ctx.clock();
  const title = `${await rootName(ctx)}责任清单`;
  const bytes = await writeTable({
    title,
    basis: `共${rows.length}项，${shortInstant(now)}导出`,
    asOf: now,
    columns: COLUMNS,
    rows,
  });
  return { name: `${title}.xlsx`, bytes };
}
