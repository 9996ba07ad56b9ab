import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { outbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { addTask, assign } from '../../testing/assignment.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { reportProgress } from '../progress/report-progress.ts';
import { sendWeeklyDigest } from './send-weekly-digest.ts';

const store = await openTestStore();
const link = 'http://localhost/tasks';

async function addRoom(w: World, name: string, unitIds: readonly UnitId[]): Promise<void> {
  const { domainId } = w;
  const [row] = await w.store.db
    .insert(rooms)
    .values({ domainId, gateway: 'simulator', externalId: `${name}-${domainId}`, topic: name })
    .returning({ id: rooms.id });
  if (row === undefined) throw new Error('no room was added');
  await w.store.db.insert(roomUnits).values(unitIds.map((unitId) => ({ domainId, roomId: row.id, unitId })));
}

const queued = (w: World) =>
  w.store.db.select().from(outbox).where(eq(outbox.domainId, w.domainId)).orderBy(asc(outbox.id));

/** A Wednesday on which one village reports; the next Monday its group hears of it. */
async function aWeek() {
  const w = await world(store, { now: '2026-06-24T10:00:00+08:00' });
  const id = await assign(w, await addTask(w), 'village');
  await addRoom(w, '一村群', [w.unit.village]);
  await addRoom(w, '二村群', [w.unit.otherVillage]);
  await reportProgress(w.as('liaison'), { assignmentId: id, percent: 50 });
  w.clock.set('2026-06-29T09:00:00+08:00');
  return w;
}

test('a group hears on Monday of its own week, with a picture; one with nothing to hear is left in peace', async () => {
  const w = await aWeek();
  const at = w.clock();
  expect(await sendWeeklyDigest(w.system, { at, link })).toEqual({ messages: 1 });
  const [message, ...more] = await queued(w);
  expect(more).toEqual([]);
  expect(message?.text).toMatch(
    /^【每周小结】6月22日至6月28日：办结0项，填报1次；.+\nhttp:\/\/localhost\/tasks$/,
  );
  expect(message?.notBefore).toEqual(at);
  expect(message?.fileName).toMatch(/每周小结\.png$/);
  const picture = await w.system.files.get(message?.fileHash ?? '');
  expect([...picture.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
});

test('run again for the same week it says nothing new', async () => {
  const w = await aWeek();
  await sendWeeklyDigest(w.system, { at: w.clock(), link });
  expect(await sendWeeklyDigest(w.system, { at: w.clock(), link })).toEqual({ messages: 0 });
  expect(await queued(w)).toHaveLength(1);
});

test('on a holiday it waits for the first working day, nine o’clock', async () => {
  const w = await aWeek();
  w.clock.set('2026-10-05T09:00:00+08:00');
  await sendWeeklyDigest(w.system, { at: w.clock(), link });
  const [message] = await queued(w);
  expect(message?.notBefore).toEqual(new Date('2026-10-08T09:00:00+08:00'));
  expect(message?.expiresAt).toEqual(new Date('2026-10-09T00:00:00+08:00'));
});
