/** `duban chat understand`: messages on lines, intents on lines, without a database (chat.md, "Understanding a message"). */
import type { PlanFile } from '../../api/domain/plan/plan-file.ts';
import { type Day, day } from '../../api/domain/time/day.ts';
import type { Hearing, OpenTask } from './intent.ts';
import { understand } from './understand.ts';

export type Synonyms = Readonly<Record<string, readonly string[]>>;

const VILLAGE = /^示例[一二三四五六七八九十百\d]+村$/;

/** The plan's tasks of a unit; undefined where the plan knows no such unit. Villages are the 示例…村. */
export function openTasksOf(
  plan: Pick<PlanFile, 'departments' | 'items'>,
  synonyms: Synonyms,
  unit: string,
  year: number,
): OpenTask[] | undefined {
  const department = plan.departments.includes(unit);
  if (!department && !VILLAGE.test(unit)) return undefined;
  const groups = ['@all', department ? '@departments' : '@villages', unit];
  return plan.items
    .flatMap((item) => item.tasks)
    .filter((task) => task.units.some((name) => groups.includes(name)))
    .map(({ code, title, measure, due }) => ({
      code,
      title,
      measure,
      dueOn: due === undefined ? null : day(`${year}-${due}`),
      synonyms: synonyms[code] ?? [],
    }));
}

interface Settings {
  unit: string;
  today: Day;
  where: Hearing['where'];
  plan: PlanFile;
  synonyms: Synonyms;
}

type Line = { text: string; unit?: string; where?: string };

function readLine(line: string): Line | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return '这一行不是有效的 JSON';
  }
  if (typeof json === 'string') return { text: json };
  if (typeof json !== 'object' || json === null || !('text' in json) || typeof json.text !== 'string') {
    return '要是一个字符串，或带 text 的对象';
  }
  const { text } = json;
  const unit = 'unit' in json ? json.unit : undefined;
  const where = 'where' in json ? json.where : undefined;
  if (unit !== undefined && typeof unit !== 'string') return 'unit 要是字符串';
  if (where !== undefined && where !== 'group' && where !== 'private') return 'where 只能是 group 或 private';
  return { text, ...(unit === undefined ? {} : { unit }), ...(where === undefined ? {} : { where }) };
}

/** Makes the function that gives the answer to one line: an intent, or `{"error"}` for a line that is none. */
export function createUnderstander(settings: Settings): (line: string) => object {
  const tasks = new Map<string, OpenTask[] | undefined>();
  return (line) => {
    const read = readLine(line);
    if (typeof read === 'string') return { error: read };
    const unit = read.unit ?? settings.unit;
    if (!tasks.has(unit))
      tasks.set(unit, openTasksOf(settings.plan, settings.synonyms, unit, settings.plan.year));
    const open = tasks.get(unit);
    if (open === undefined) return { error: `不认识的单位：${unit}` };
    const where = read.where === 'group' || read.where === 'private' ? read.where : settings.where;
    return understand(read.text, {
      unit,
      tasks: open,
      where,
      mentioned: false,
      today: settings.today,
      questionOpen: false,
      units: settings.plan.departments,
    });
  };
}
