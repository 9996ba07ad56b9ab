import { readFileSync } from 'node:fs';
import { absolute, type Finding, median, timed } from '../../api/bench/finding.ts';
import { day } from '../../api/domain/time/day.ts';
import { builtin } from '../../api/house.ts';
import type { Hearing } from '../understand/intent.ts';
import { understand } from '../understand/understand.ts';

const CORPUS = new URL('../understand/corpus/', import.meta.url);
const TASKS = 65;
const ROUNDS = 15;
/** Rounds that do not count: until the compiler has seen what is often run. */
const WARMING = 15;

const linesOf = (name: string): string[] =>
  readFileSync(new URL(`${name}.jsonl`, CORPUS), 'utf8')
    .trim()
    .split('\n');

const textOf = (line: string): string => (JSON.parse(line) as { text: string }).text;

/** A group in which a unit has so many tasks open. */
function hearing(): Hearing {
  const { plan, synonyms } = builtin();
  const tasks = plan.items
    .flatMap((item) => item.tasks)
    .slice(0, TASKS)
    .map(({ code, title, measure }) => ({
      code,
      title,
      measure,
      dueOn: null,
      synonyms: synonyms[code] ?? [],
    }));
  const unit = '示例一村';
  return { unit, tasks, where: 'group', mentioned: false, today: day('2026-06-22'), questionOpen: false };
}

const perSecond = (messages: number, ms: number): number => (messages / ms) * 1000;

/** How much longer a character takes in a text a hundred times as long. */
async function growth(texts: readonly string[], heard: Hearing): Promise<number> {
  const perCharacter = async (length: number): Promise<number> => {
    const text = texts.join('，').repeat(20).slice(0, length);
    const times = Math.max(1, Math.round(200_000 / length));
    const spent = await timed(() => {
      for (let n = 0; n < times; n++) understand(text, heard);
    });
    return spent / (times * length);
  };
  await perCharacter(200);
  return (await perCharacter(20_000)) / (await perCharacter(200));
}

/** `understand` on one core with 65 open tasks, beside `JSON.parse` of the same lines. */
export const understanding = async (): Promise<Finding[]> => {
  const lines = ['shared', 'develop', 'measure'].flatMap(linesOf);
  const texts = lines.map(textOf);
  const heard = hearing();
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < WARMING; round++) for (const text of texts) understand(text, heard);
  for (let round = 0; round < ROUNDS; round++) {
    const spent = await timed(() => texts.forEach((text) => void understand(text, heard)));
    ours.push(perSecond(texts.length, spent));
    floor.push(perSecond(lines.length, await timed(() => lines.forEach((line) => void JSON.parse(line)))));
  }
  const speed = absolute(`understand, one core, ${TASKS} open tasks`, 'messages/s', median(ours), {
    atLeast: 20_000,
  });
  const slope = absolute(
    'the same, a character of 20 000 against one of 200',
    '×',
    await growth(texts, heard),
    {
      atMost: 1.5,
    },
  );
  return [{ ...speed, floor: median(floor), ratio: speed.ours / median(floor) }, slope];
};
