/**
 * A confirmed responsibility list (责任清单) as a file: `plan.json`, read with the place of every fault.
 * Source: product.md, "Reading a plan document", last paragraph.
 */
import { z } from 'zod';
import { MEASURES } from '../../../db/vocabulary.ts';
import { type Day, parseDay } from '../time/day.ts';
import { MONTH_SPANS } from '../time/periods.ts';

/** A fault of the file: where it is (`items[3].tasks[0].due`) and what is wrong, in Chinese. */
export interface PlanFault {
  path: string;
  message: string;
}

export type PlanReading = { ok: true; plan: PlanFile } | { ok: false; faults: PlanFault[] };

/** 2024 is a leap year, so 02-29 is a day that a plan may name. */
const isDayOfYear = (text: string): boolean => parseDay(`2024-${text}`) !== undefined;

const text = z
  .string('应为文字')
  .trim()
  .min(1, '不能为空')
  .refine((value) => !value.includes('\0'), '含有不能保存的字符');
const count = z.int('应为整数').min(1, '应不小于 1').max(1_000_000, '应不大于 1000000');
const names = z.array(text, '应为单位名称的列表');
const dayOfYear = text.refine(isDayOfYear, '应为“月-日”，如 06-30');
/** A day of the plan's year, or of a later one: `+1 12-31`. */
const dayOfPhase = text.refine(
  (value) => isDayOfYear(value.replace(/^\+\d /, '')),
  '应为“月-日”，如 06-30；次年写作 +1 06-30',
);

const every = z
  .object(
    {
      weeks: count.optional(),
      months: count.optional(),
      atMost: z.object({ months: count }, '应写明 months').optional(),
    },
    '应写明周期，如 {"months": 1}',
  )
  .refine((value) => (value.weeks === undefined) !== (value.months === undefined), '周数、月数应写且只写一个')
  .refine((value) => (value.weeks ?? 1) === 1, '按周的任务为每 1 周')
  .refine(
    (value) => value.months === undefined || MONTH_SPANS.some((span) => span === value.months),
    `月数应为 ${MONTH_SPANS.join('、')} 之一`,
  )
  .refine((value) => !value.atMost || value.atMost.months > (value.months ?? 0), '最长间隔应长于周期');

const task = z
  .object(
    {
      code: text,
      title: text,
      units: names.min(1, '至少写一个承办单位'),
      measure: z.enum(MEASURES, `应为 ${MEASURES.join('、')} 之一`),
      target: count.optional(),
      unitOfMeasure: text.optional(),
      due: dayOfYear.optional(),
      every: every.optional(),
    },
    '应为一项任务',
  )
  .refine((value) => (value.due === undefined) !== (value.every === undefined), '期限、周期应写且只写一个')
  .refine(
    (value) => value.measure === 'milestone' || value.target !== undefined,
    '按次数、百分比计的任务应写目标值',
  );

const item = z.object(
  {
    code: text,
    section: text,
    title: text,
    quote: z.string('应为文字').optional(),
    lead: names,
    support: names,
    tasks: z.array(task, '应为任务的列表'),
  },
  '应为一个责任事项',
);

const planFile = z.object(
  {
    title: text,
    year: z.int('应为年份').min(2000, '应为四位年份').max(2999, '应为四位年份'),
    phases: z
      .array(z.object({ name: text, from: dayOfPhase, to: dayOfPhase }, '应为一个阶段'), '应为阶段的列表')
      .default([]),
    departments: names.default([]),
    sections: z.array(z.object({ number: text, title: text }, '应为一个章节'), '应为章节的列表').default([]),
    items: z.array(item, '应为责任事项的列表').min(1, '至少写一个责任事项'),
  },
  '应为一份责任清单（JSON 对象）',
);

/** A responsibility list; collective names (`@villages`, `@departments`, `@all`) stand for every unit of a kind. */
export type PlanFile = z.infer<typeof planFile>;
/** An item of it (责任事项). */
export type PlanItem = PlanFile['items'][number];
/** A task of an item (任务): due once (`due`), or once in every period (`every`). */
export type PlanTask = PlanItem['tasks'][number];

/** `['items', 3, 'due']` → `items[3].due`. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/** A fault for each code that stands in the list before. */
function repeated(listed: readonly { code: string; path: string }[]): PlanFault[] {
  const seen = new Set<string>();
  return listed.flatMap(({ code, path }) => {
    if (seen.has(code)) return [{ path, message: `编号 ${code} 重复` }];
    seen.add(code);
    return [];
  });
}

/** The day that `06-30`, or `+1 06-30` for the year after, is of a plan's year; undefined where that has no such day. */
export function dayOfPlan(year: number, text: string): Day | undefined {
  const [date = '', later = '0'] = text.split(' ').reverse();
  return parseDay(`${year + Number(later)}-${date}`);
}

const noSuchDay = (path: string, text: string, year: number): PlanFault => ({
  path,
  message: `${year}年没有 ${text} 这一天`,
});

/** 29 February in a year without one, and a phase that ends before it begins. */
function wrongDays({ year, phases, items }: PlanFile): PlanFault[] {
  const ofPhases = phases.flatMap(({ from, to }, i): PlanFault[] => {
    const [begins, ends] = [dayOfPlan(year, from), dayOfPlan(year, to)];
    if (begins === undefined) return [noSuchDay(`phases[${i}].from`, from, year)];
    if (ends === undefined) return [noSuchDay(`phases[${i}].to`, to, year)];
    return begins <= ends ? [] : [{ path: `phases[${i}].to`, message: '阶段的结束早于开始' }];
  });
  const ofTasks = items.flatMap(({ tasks }, i) =>
    tasks.flatMap(({ due }, j) =>
      due === undefined || dayOfPlan(year, due) !== undefined
        ? []
        : [noSuchDay(`items[${i}].tasks[${j}].due`, due, year)],
    ),
  );
  return [...ofPhases, ...ofTasks];
}

/** What no field shows by itself: numbers used twice, days that the year does not have. */
function faultsBetween(plan: PlanFile): PlanFault[] {
  const sections = plan.sections.map(({ number }, i) => ({ code: number, path: `sections[${i}].number` }));
  const items = plan.items.map(({ code }, i) => ({ code, path: `items[${i}].code` }));
  const tasks = plan.items.flatMap((item, i) =>
    item.tasks.map(({ code }, j) => ({ code, path: `items[${i}].tasks[${j}].code` })),
  );
  return [...repeated(sections), ...repeated(items), ...repeated(tasks), ...wrongDays(plan)];
}

/** Reads the parsed JSON of a plan file: the list, or every fault with its place, in the order of the file. */
export function readPlanJson(json: unknown): PlanReading {
  const read = planFile.safeParse(json);
  const faults = read.success
    ? faultsBetween(read.data)
    : read.error.issues.map(({ path, message }) => ({ path: placeOf(path), message }));
  return read.success && faults.length === 0 ? { ok: true, plan: read.data } : { ok: false, faults };
}
