/**
 * A responsibility list as a file (责任清单), the format of the built-in plan `db/builtin/plan.json`.
 * `@villages`, `@departments` and `@all` stand for every unit of that kind.
 */
import { z } from 'zod';
import { MEASURES } from '../../../db/vocabulary.ts';

const MONTH_AND_DAY = /^(?:\+\d )?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const monthAndDay = z.string().regex(MONTH_AND_DAY, '日期写作 06-30');
const name = z.string().trim().min(1, '不能为空');
const names = z.array(name);

const every = z.union(
  [
    z.strictObject({ weeks: z.literal(1) }),
    z.strictObject({
      months: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(6)]),
      atMost: z.strictObject({ months: z.int().min(2).max(12) }).optional(),
    }),
  ],
  '频次写作 {"weeks": 1} 或 {"months": 1|2|3|6}',
);

const task = z
  .object({
    code: z.string().regex(/^\d+\.\d+-\d+$/, '任务编号写作 2.1-3'),
    title: name,
    units: names.min(1, '至少要有一个承办单位'),
    measure: z.enum(MEASURES, '计量方式只能是 milestone、count 或 percent'),
    target: z.int().min(1).optional(),
    unitOfMeasure: name.optional(),
    due: monthAndDay.optional(),
    every: every.optional(),
  })
  .refine(
    ({ due, every: often }) => (due === undefined) !== (often === undefined),
    '到期日和频次要有且只有一个',
  )
  .refine(
    ({ measure, target }) => measure === 'milestone' || target !== undefined,
    '计数和百分比任务要有目标值',
  );

const item = z.object({
  code: z.string().regex(/^\d+\.\d+$/, '事项编号写作 2.1'),
  section: name,
  title: name,
  quote: z.string().optional(),
  lead: names,
  support: names,
  tasks: z.array(task),
});

const planFile = z.object({
  title: name,
  year: z.int().min(2000).max(2100),
  phases: z.array(z.object({ name, from: monthAndDay, to: monthAndDay })).default([]),
  sections: z.array(z.object({ number: name, title: name })).default([]),
  departments: names.default([]),
  items: z.array(item).min(1, '至少要有一个责任事项'),
});

export type PlanFile = z.output<typeof planFile>;
export type PlanItem = PlanFile['items'][number];
export type PlanTask = PlanItem['tasks'][number];

/** `items[2].tasks[0].due`: a place in the file as people write it. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, key) =>
      typeof key === 'number' ? `${place}[${key}]` : place === '' ? String(key) : `${place}.${String(key)}`,
    '',
  );

function codesUsedTwice(plan: PlanFile): string[] {
  const seen = new Set<string>();
  return plan.items.flatMap(({ code, tasks }, i) =>
    [{ code, place: `items[${i}].code` }]
      .concat(tasks.map((each, j) => ({ code: each.code, place: `items[${i}].tasks[${j}].code` })))
      .flatMap(({ code: used, place }) => {
        const twice = seen.has(used);
        seen.add(used);
        return twice ? [`${place}: 编号“${used}”重复`] : [];
      }),
  );
}

/** Reads a responsibility list from parsed JSON: the list, or every fault as `place: what is wrong`. */
export function readPlanFile(
  json: unknown,
): { ok: true; plan: PlanFile } | { ok: false; faults: readonly string[] } {
  const parsed = planFile.safeParse(json);
  if (!parsed.success) {
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => `${placeOf(issue.path)}: ${issue.message}`),
    };
  }
  const faults = codesUsedTwice(parsed.data);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, plan: parsed.data };
}
