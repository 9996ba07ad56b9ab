/** 查询: what is open, what is late, how the units stand. */
import { drawRankingOf } from '../../api/services/pictures/draw-ranking.ts';
import { ranking } from '../../api/services/ranking/compute-ranking.ts';
import { listTasks } from '../../api/services/tasks/list-tasks.ts';
import { listUnits } from '../../api/services/units/list-units.ts';
import type { RankingGroup } from '../../db/vocabulary.ts';
import type { Intent } from '../understand/intent.ts';
import * as words from './query-replies.ts';
import { ownUnitOnly } from './replies.ts';
import { here, inPrivate, type Reply } from './reply.ts';
import { mayIn, type Scene } from './scene.ts';

type Query = Extract<Intent, { intent: 'query' }>;
const MOST_LINKS = 6;
const MOST_RANKED = 15;
const COSTLY_LINES = 3;

/** The unit's open tasks; the addresses to act on them are the speaker's alone, so they go in private, to who may. */
function mine(scene: Scene): Reply[] {
  const { unit, open, speaker, linkTo } = scene;
  const acts = speaker.actor.unitIds.has(unit.id) && mayIn(scene, 'progress.report');
  const list = here(words.openTasks(unit.name, open));
  const urgent = open.filter(({ state }) => state !== 'submitted').slice(0, MOST_LINKS);
  if (linkTo === null || urgent.length === 0 || !acts) return [list];
  const personId = speaker.actor.id;
  const links = urgent.map((task) => ({ ...task, href: linkTo({ personId, assignmentId: task.id }) }));
  return [list, inPrivate(words.taskLinks(links))];
}

/** A unit's own overdue tasks; for those who see all and name none, the whole sub-district's. */
async function overdue({ now, unit, speaker, open }: Scene): Promise<string> {
  if (speaker.actor.role === 'liaison' || unit.id !== speaker.unit.id) {
    const late = open.filter(({ light }) => light === 'red');
    return words.overdue(
      unit.name,
      late.length,
      late.map((task) => [task, null]),
    );
  }
  const { rows, counts } = await listTasks(now, { light: 'red', state: 'unfinished', limit: 13 });
  return words.overdue(
    '全街道',
    counts.red,
    rows.map((row) => [{ ...row, synonyms: [] }, row.unit.name]),
  );
}

async function groupOf({ now, unit }: Scene): Promise<RankingGroup | null> {
  return (await listUnits(now)).find(({ id }) => id === unit.id)?.rankingGroup ?? null;
}

/** 村排名, 部门排名: which ranking the words ask for; null where they leave it open. */
function groupNamed(text: string): RankingGroup | null {
  if (/部门|科室/.test(text)) return 'department';
  return /村|社区/.test(text) ? 'village' : null;
}

/** The ranking: in a group a picture with one line and where to read on, in private a list. */
async function ranks(scene: Scene): Promise<Reply> {
  const { now, unit, message, linkToPage } = scene;
  const group = groupNamed(scene.text) ?? (await groupOf(scene)) ?? 'village';
  const shown = await ranking(now, { group });
  const rows = shown.rows.map((row) => ({ ...row, own: row.unitId === unit.id }));
  if (message.room === null) return here(words.rankingText(shown, rows.slice(0, MOST_RANKED)));
  const { name: fileName, bytes } = await drawRankingOf(now, shown);
  const link = linkToPage?.(`/ranking?group=${group}`) ?? null;
  const text = words.rankingLine(shown, rows.find(({ own }) => own) ?? null, link);
  return { ...here(text), file: { hash: await now.files.put(bytes), name: fileName } };
}

async function score(scene: Scene): Promise<string> {
  const group = await groupOf(scene);
  if (group === null) return words.noScore;
  const { rows } = await ranking(scene.now, { group });
  const row = rows.find(({ unitId }) => unitId === scene.unit.id);
  if (row === undefined) return words.noScore;
  const costly = row.lines
    .filter(({ state, points, weight }) => (state === 'scored' || state === 'missing') && points < weight)
    .sort((a, b) => b.weight - b.points - (a.weight - a.points))
    .slice(0, COSTLY_LINES);
  return words.scoreText({ ...row, own: true }, costly);
}

/** Answers a question. What is another unit's is nobody's who may not see it. */
export async function answerQuery(scene: Scene, { about, task }: Query): Promise<Reply[]> {
  const { open, speaker } = scene;
  const foreign = scene.unit.id !== speaker.unit.id && !mayIn(scene, 'assignment.see');
  if (foreign && about !== 'help' && about !== 'ranking') return [here(ownUnitOnly)];
  switch (about) {
    case 'mine':
      return mine(scene);
    case 'task': {
      if (task === null) return mine(scene);
      const known = open.filter(({ code }) => code === task);
      return [here(known.length === 0 ? words.noSuchTask(task) : words.oneTask(known))];
    }
    case 'overdue':
      return [here(await overdue(scene))];
    case 'ranking':
      return [await ranks(scene)];
    case 'score':
      return [here(await score(scene))];
    case 'help':
      return [here(words.help(speaker.actor.role))];
  }
}
