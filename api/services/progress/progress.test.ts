import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { rowsOf } from '../../../db/open.ts';
import { day } from '../../domain/time/day.ts';
import { assignmentOf, giveSmallPlan } from '../../testing/small-plan.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { keepFile } from '../files/keep-file.ts';
import { showAssignment } from '../tasks/show-assignment.ts';
import { attachEvidence } from './attach-evidence.ts';
import { askExtension, decideExtension } from './extension.ts';
import { readEvidence } from './read-evidence.ts';
import { reportProgress } from './report-progress.ts';
import { undoReport } from './undo-report.ts';
import { verifyAssignment } from './verify-assignment.ts';

const store = await openTestStore();

/** A world in June with the village's ledger task of the month. */
async function june(): Promise<{ w: World; id: Awaited<ReturnType<typeof assignmentOf>> }> {
  const w = await world(store, { now: '2026-06-20T09:00:00+08:00' });
  await giveSmallPlan(w);
  return { w, id: await assignmentOf(w, { code: '2.1-3', period: '2026-06' }) };
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a task is reported, submitted, returned, submitted again and verified, and every step is kept', async () => {
  const { w, id } = await june();
  const liaison = w.as('liaison');
  const office = w.as('office');
  await reportProgress(liaison, { assignmentId: id, percent: 60, note: '还差两个组' });
  expect((await showAssignment(liaison, id)).assignment).toMatchObject({ state: 'active', percent: 60 });

  await reportProgress(liaison, { assignmentId: id, done: true });
  const submitted = await showAssignment(office, id);
  expect(submitted.assignment).toMatchObject({ state: 'submitted', percent: 100, light: 'green' });
  expect(submitted.can).toMatchObject({ verify: true, return: true, report: false });

  const { version } = submitted.assignment;
  await verifyAssignment(office, { assignmentId: id, version, decision: 'return', reason: '缺签字页' });
  const returned = await showAssignment(liaison, id);
  expect(returned.assignment).toMatchObject({ state: 'returned', percent: 60 });

  await reportProgress(liaison, { assignmentId: id, done: true });
  const again = await showAssignment(office, id);
  await verifyAssignment(office, { assignmentId: id, version: again.assignment.version, decision: 'verify' });
  const done = await showAssignment(liaison, id);
  expect(done.assignment).toMatchObject({ state: 'done', light: 'blue' });
  expect(done.records.map((record) => record.kind)).toEqual([
    'reported',
    'submitted',
    'returned',
    'submitted',
    'verified',
  ]);
});

test('a liaison reports for the own village only, and only the office verifies', async () => {
  const { w, id } = await june();
  await expect(
    reportProgress(w.as('liaison', 'otherVillage'), { assignmentId: id, percent: 10 }),
  ).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(showAssignment(w.as('liaison', 'otherVillage'), id)).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await reportProgress(w.as('office'), { assignmentId: id, done: true });
  const { version } = (await showAssignment(w.as('leader'), id)).assignment;
  for (const role of ['liaison', 'leader', 'committee', 'admin'] as const) {
    await expect(
      verifyAssignment(w.as(role), { assignmentId: id, version, decision: 'verify' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  }
});

test('of two clerks who decide at once, the second is told that somebody was faster', async () => {
  const { w, id } = await june();
  await reportProgress(w.as('liaison'), { assignmentId: id, done: true });
  const { version } = (await showAssignment(w.as('office'), id)).assignment;
  const decide = () => verifyAssignment(w.as('office'), { assignmentId: id, version, decision: 'verify' });
  const outcomes = await Promise.allSettled([decide(), decide()]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({
    kind: 'conflict',
  });
});

test('a return needs a reason, and without one nothing is stored', async () => {
  const { w, id } = await june();
  await reportProgress(w.as('liaison'), { assignmentId: id, done: true });
  const { version } = (await showAssignment(w.as('office'), id)).assignment;
  await expect(
    verifyAssignment(w.as('office'), { assignmentId: id, version, decision: 'return', reason: '  ' }),
  ).rejects.toMatchObject({ kind: 'invalid', faults: [{ path: 'reason' }] });
  expect((await showAssignment(w.as('office'), id)).records).toHaveLength(1);
});

test('an extension granted moves the due day and keeps the first', async () => {
  const { w, id } = await june();
  await askExtension(w.as('liaison'), { assignmentId: id, until: day('2026-07-10'), reason: '设备未到' });
  await expect(
    askExtension(w.as('liaison'), { assignmentId: id, until: day('2026-07-12'), reason: '再问一次' }),
  ).rejects.toMatchObject({ code: 'alreadyAsked' });
  const { version } = (await showAssignment(w.as('office'), id)).assignment;
  await decideExtension(w.as('office'), { assignmentId: id, version, granted: true });
  expect((await showAssignment(w.as('liaison'), id)).assignment).toMatchObject({
    dueOn: '2026-07-10',
    firstDueOn: '2026-06-30',
    extensionUntil: null,
  });
});

test('one takes back the own report of the last day, once, and by a new record', async () => {
  const { w, id } = await june();
  const liaison = w.as('liaison');
  await reportProgress(liaison, { assignmentId: id, percent: 40 });
  const { recordId } = await reportProgress(liaison, { assignmentId: id, done: true });
  await expect(undoReport(w.as('office'), { assignmentId: id, recordId })).rejects.toMatchObject({
    code: 'notYours',
  });
  expect((await showAssignment(liaison, id)).can.undo).toBe(recordId);
  await undoReport(liaison, { assignmentId: id, recordId });
  const shown = await showAssignment(liaison, id);
  expect(shown.assignment).toMatchObject({ state: 'active', percent: 40 });
  expect(shown.records.map(({ kind, undone }) => [kind, undone])).toEqual([
    ['reported', false],
    ['submitted', true],
    ['undone', false],
  ]);
  await expect(undoReport(liaison, { assignmentId: id, recordId })).rejects.toMatchObject({
    code: 'notReport',
  });
});

test('after a day a report stands', async () => {
  const { w, id } = await june();
  const { recordId } = await reportProgress(w.as('liaison'), { assignmentId: id, done: true });
  w.clock.advance(24 * 60 + 1);
  await expect(undoReport(w.as('liaison'), { assignmentId: id, recordId })).rejects.toMatchObject({
    code: 'tooLate',
  });
});

test('evidence is kept by content, once, and read by those who may see the task', async () => {
  const { w, id } = await june();
  const liaison = w.as('liaison');
  const { hash, type } = await keepFile(liaison, PNG);
  expect(type).toBe('image/png');
  expect(await attachEvidence(liaison, { assignmentId: id, fileHash: hash, name: '照片.png' })).toBe(true);
  expect(await attachEvidence(liaison, { assignmentId: id, fileHash: hash, name: '同一张.png' })).toBe(false);
  const pieces = (await showAssignment(liaison, id)).records.flatMap((record) => record.evidence);
  expect(pieces).toMatchObject([{ name: '照片.png', type: 'image/png', bytes: PNG.length }]);
  const piece = pieces[0];
  if (piece === undefined) throw new Error('no evidence');
  expect(Buffer.from((await readEvidence(w.as('leader'), piece.id)).bytes).equals(PNG)).toBe(true);
  await expect(readEvidence(w.as('liaison', 'otherVillage'), piece.id)).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

test('a photo is stored without the position that the camera wrote into it', async () => {
  const { w } = await june();
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '26/1 34/1 12/1' } })
    .jpeg()
    .toBuffer();
  const { hash, bytes } = await keepFile(w.as('liaison'), photo);
  const stored = await w.system.files.get(hash);
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  expect((await sharp(stored).metadata()).exif).toBeUndefined();
  expect(bytes).toBe(stored.byteLength);
});

test('a file that only calls itself a picture is refused, and so is one over 20 MB', async () => {
  const { w } = await june();
  await expect(keepFile(w.as('liaison'), Buffer.from('<script>alert(1)</script>'))).rejects.toMatchObject({
    kind: 'invalid',
    faults: [{ path: 'file' }],
  });
  await expect(keepFile(w.as('liaison'), new Uint8Array(20 * 1024 * 1024 + 1))).rejects.toMatchObject({
    kind: 'tooLarge',
  });
});

test('the database itself refuses to change or delete a record', async () => {
  const { w, id } = await june();
  await reportProgress(w.as('liaison'), { assignmentId: id, percent: 50 });
  for (const statement of [
    sql`update progress_records set percent = 90`,
    sql`delete from progress_records`,
  ]) {
    await expect(rowsOf(store.db, statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append-only') },
    });
  }
});
