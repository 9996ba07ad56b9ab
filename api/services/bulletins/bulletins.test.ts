import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bulletins } from '../../../db/schema/bulletins.ts';
import { outbox, rooms, roomUnits } from '../../../db/schema/chat.ts';
import { audit } from '../../../db/schema/system.ts';
import type { BulletinId, PracticeId } from '../../../db/vocabulary.ts';
import { paragraphsOf, plainText } from '../../domain/bulletin/content.ts';
import type { Refusal } from '../../errors.ts';
import { giveSmallPlan } from '../../testing/small-plan.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, type WorldUnit, world } from '../../testing/world.ts';
import { collectMeasures } from '../measures/registry.ts';
import { listPractices, offerPractice } from '../practices/practices.ts';
import { rewordBulletin, sendBackBulletin, signBulletin, submitBulletin } from './decide-bulletin.ts';
import { draftBulletin, draftMonthly, renewBulletin } from './draft-bulletin.ts';
import { contentHash, issueBulletin, withdrawBulletin } from './issue-bulletin.ts';
import { bulletinPictureFile, bulletinWordFile, listBulletins, showBulletin } from './read-bulletins.ts';

const store = await openTestStore();
const link = (id: BulletinId) => `http://127.0.0.1:3000/bulletins/${id}`;

async function withPlan(): Promise<World> {
  const w = await world(store, { now: '2026-06-01T09:00:00+08:00' });
  await giveSmallPlan(w);
  w.clock.set('2026-07-01T09:00:00+08:00');
  return w;
}

const office = (w: World) => w.as('office');
const version = async (w: World, id: BulletinId) => (await showBulletin(w.system, id)).version;
const held = async (w: World, id: BulletinId) => ({ id, version: await version(w, id) });

async function signed(w: World, period: string): Promise<BulletinId> {
  const id = await draftBulletin(office(w), { kind: 'monthly', period, chapter: '' });
  await submitBulletin(office(w), await held(w, id));
  await signBulletin(w.as('leader'), await held(w, id));
  return id;
}

async function issued(w: World, period: string): Promise<BulletinId> {
  const id = await signed(w, period);
  await issueBulletin(office(w), await held(w, id), null);
  return id;
}

test('the job drafts the bulletin of the month past, once', async () => {
  const w = await withPlan();
  expect(await draftMonthly(w.system, w.clock())).toEqual({ drafted: 1 });
  expect(await draftMonthly(w.system, w.clock())).toEqual({ drafted: 0 });
  const [row] = await listBulletins(office(w), {});
  expect(row).toMatchObject({ kind: 'monthly', period: '2026-06', state: 'draft', number: null });
});

test('a bulletin is of its period’s end: what is done afterwards does not change it', async () => {
  const w = await withPlan();
  const id = await draftBulletin(office(w), { kind: 'monthly', period: '2026-06', chapter: '' });
  const before = (await showBulletin(office(w), id)).content;
  w.clock.set('2026-07-09T09:00:00+08:00');
  await renewBulletin(office(w), await held(w, id));
  expect((await showBulletin(office(w), id)).content).toEqual(before);
  expect(before.asOf).toBe('2026-06-30T16:00:00.000Z');
});

test('units that are late are told with their days, and none that had nothing due', async () => {
  const w = await withPlan();
  const id = await draftBulletin(office(w), { kind: 'monthly', period: '2026-06', chapter: '' });
  const { content } = await showBulletin(office(w), id);
  const text = paragraphsOf(content).map(({ spans }) => plainText(spans));
  expect(text.join()).toContain('示例一村');
  expect(text.join()).not.toContain('公共服务办有');
});

test('drafts are not there for those who have nothing to do with them', async () => {
  const w = await withPlan();
  const id = await draftBulletin(office(w), { kind: 'monthly', period: '2026-06', chapter: '' });
  expect(await listBulletins(w.as('liaison'), {})).toEqual([]);
  await expect(showBulletin(w.as('liaison'), id)).rejects.toMatchObject({ kind: 'notFound' });
  await expect(bulletinWordFile(w.as('liaison'), id)).rejects.toMatchObject({ kind: 'notFound' });
});

test('wording is changed by one at a time, and a figure by nobody', async () => {
  const w = await withPlan();
  const id = await draftBulletin(office(w), { kind: 'monthly', period: '2026-06', chapter: '' });
  const { content } = await showBulletin(office(w), id);
  const [first] = paragraphsOf(content);
  const pieces = (first?.spans ?? []).map(({ kind, text }, n) => ({
    kind,
    text: n === 0 ? `据统计，${text}` : text,
  }));
  const edits = [{ section: 0, block: 0, pieces }];
  await rewordBulletin(office(w), { id, version: 1, edits });
  const own = pieces.map((piece, n) =>
    n === 0 ? { ...piece, text: piece.text.replace('据统计', '经汇总') } : piece,
  );
  const late = await rewordBulletin(office(w), {
    ...{ id, version: 1 },
    edits: [{ section: 0, block: 0, pieces: own }],
  }).catch((error: unknown) => error);
  expect(late).toMatchObject({ kind: 'conflict', code: 'overtaken' });
  // The one who is overtaken gets both versions in one answer.
  const { versions } = late as Refusal;
  expect(versions).toMatchObject({ yours: { version: 1 }, theirs: { version: 2, state: 'draft' } });
  expect(JSON.stringify(versions?.yours)).toContain('经汇总');
  expect(JSON.stringify(versions?.theirs)).toContain('据统计');
  const changed = pieces.map((piece) => (piece.kind === 'figure' ? { ...piece, text: '99' } : piece));
  const typed = rewordBulletin(office(w), {
    id,
    version: 2,
    edits: [{ section: 0, block: 0, pieces: changed }],
  });
  await expect(typed).rejects.toMatchObject({ kind: 'invalid', code: 'figuresChanged' });
  const now = await showBulletin(office(w), id);
  expect(plainText(paragraphsOf(now.content)[0]?.spans ?? [])).toMatch(/^据统计，截至6月30日/);
  expect(now.history.map(({ action }) => action)).toEqual(['draft', 'reword']);
});

test('a leader sends it back with a reason; signed by nobody else', async () => {
  const w = await withPlan();
  const id = await draftBulletin(office(w), { kind: 'monthly', period: '2026-06', chapter: '' });
  await submitBulletin(office(w), await held(w, id));
  await expect(signBulletin(office(w), await held(w, id))).rejects.toMatchObject({ kind: 'forbidden' });
  const leader = w.as('leader');
  await expect(sendBackBulletin(leader, { ...(await held(w, id)), reason: ' ' })).rejects.toMatchObject({
    code: 'reasonMissing',
  });
  await sendBackBulletin(leader, { ...(await held(w, id)), reason: '请补充先进经验' });
  expect(await showBulletin(office(w), id)).toMatchObject({ state: 'draft', sentBack: '请补充先进经验' });
  const issuing = issueBulletin(office(w), await held(w, id), null);
  await expect(issuing).rejects.toMatchObject({ kind: 'conflict', code: 'wrongState' });
});

test('issued: numbered, dated, frozen to the byte, its hashes in the audit, sent to the rooms once', async () => {
  const w = await withPlan();
  const { domainId } = w;
  const [room] = await store.db
    .insert(rooms)
    .values({ domainId, gateway: 'simulator', externalId: 'r', topic: '工作群', boundAt: w.clock() })
    .returning();
  await store.db
    .insert(roomUnits)
    .values({ domainId, roomId: room?.id ?? 0, unitId: w.unit.village } as never);
  const id = await signed(w, '2026-06');
  await issueBulletin(office(w), await held(w, id), link);
  const shown = await showBulletin(w.as('liaison'), id);
  expect(shown).toMatchObject({
    state: 'issued',
    content: { number: '示例街道督办〔2026〕1号', date: '2026-07-01' },
  });
  expect(contentHash(shown.content)).toBe(shown.contentHash);

  const [word, again] = [await bulletinWordFile(office(w), id), await bulletinWordFile(office(w), id)];
  expect(Buffer.from(word.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  expect(word.name).toBe('示例街道督办〔2026〕1号 关于2026年6月示例工作情况的通报.docx');
  expect((await bulletinPictureFile(office(w), id)).bytes.subarray(1, 4)).toEqual(Buffer.from('PNG'));

  const entries = await store.db
    .select()
    .from(audit)
    .where(and(eq(audit.domainId, domainId), eq(audit.action, 'bulletin.issue')));
  expect(entries[0]?.detail).toMatchObject({ number: '示例街道督办〔2026〕1号', content: shown.contentHash });

  const sent = await store.db.select().from(outbox).where(eq(outbox.domainId, domainId));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.text).toBe(`【示例街道督办〔2026〕1号】${shown.content.title}\n${link(id)}`);
  expect(sent[0]?.fileHash).not.toBeNull();

  const frozen = store.db.update(bulletins).set({ content: {} }).where(eq(bulletins.id, id));
  await expect(frozen).rejects.toMatchObject({ cause: { message: expect.stringContaining('frozen') } });
  const gone = store.db.delete(bulletins).where(eq(bulletins.id, id));
  await expect(gone).rejects.toMatchObject({ cause: { message: expect.stringContaining('frozen') } });
});

test('numbers of a year have no gaps, however many are issued at once or fail; withdrawn ones keep theirs', async () => {
  const w = await withPlan();
  const ids: BulletinId[] = [];
  for (const period of ['2026-03', '2026-04', '2026-05', '2026-06']) ids.push(await signed(w, period));
  const attempts = await Promise.all(
    ids
      .flatMap((id) => [
        { id, version: 3 },
        { id, version: 2 },
      ])
      .map(async (each) =>
        issueBulletin(office(w), each, null).then(
          () => true,
          () => false,
        ),
      ),
  );
  expect(attempts.filter(Boolean)).toHaveLength(4);
  const numbers = async () => (await listBulletins(office(w), {})).map(({ number }) => number).toSorted();
  expect(await numbers()).toEqual([1, 2, 3, 4].map((n) => `示例街道督办〔2026〕${n}号`));
  const [first] = ids;
  if (first === undefined) throw new Error('nothing was signed');
  await withdrawBulletin(office(w), { ...(await held(w, first)), reason: '数据口径有误' });
  expect(await showBulletin(w.as('liaison'), first)).toMatchObject({
    state: 'withdrawn',
    withdrawnReason: '数据口径有误',
  });
  await issued(w, '2026-03');
  expect(await numbers()).toEqual([1, 2, 3, 4, 5].map((n) => `示例街道督办〔2026〕${n}号`));
  w.clock.set('2027-01-04T09:00:00+08:00');
  await issued(w, '2026-12');
  expect(await numbers()).toContain('示例街道督办〔2027〕1号');
});

test('practices are masked, offered for one’s own unit, and carried by a bulletin as picked', async () => {
  const w = await withPlan();
  const liaison = w.as('liaison');
  const elsewhere = offerPractice(liaison, { unitId: w.unit.otherVillage, title: '做法', body: '成效' });
  await expect(elsewhere).rejects.toMatchObject({ kind: 'forbidden' });
  const practice = await offerPractice(liaison, { title: '亮灯巡访', body: '联系电话13800138000，每周巡访' });
  expect(await listPractices(w.as('liaison', 'otherVillage'))).toEqual([]);
  const id = await draftBulletin(office(w), { kind: 'monthly', period: '2026-06', chapter: '' });
  await renewBulletin(office(w), { ...(await held(w, id)), practiceIds: [practice] });
  const text = paragraphsOf((await showBulletin(office(w), id)).content)
    .map(({ spans }) => plainText(spans))
    .join();
  expect(text).toContain('示例一村“亮灯巡访”。联系电话【手机号已隐去】，每周巡访。');
});

test('practice.count is what the issued bulletins carried by the instant, whatever happened in whatever order', async () => {
  const w = await withPlan();
  const UNITS = ['village', 'otherVillage', 'otherDepartment'] as const satisfies WorldUnit[];
  const offered = new Map<PracticeId, (typeof UNITS)[number]>();
  for (const of of [...UNITS, ...UNITS]) {
    offered.set(await offerPractice(office(w), { unitId: w.unit[of], title: of, body: of }), of);
  }
  const practiceIds = [...offered.keys()];
  const told: { at: Date; until: Date | null; carried: PracticeId[] }[] = [];
  const plain = (of: WorldUnit, asOf: Date): number =>
    told
      .filter(({ at, until }) => at <= asOf && (until === null || until > asOf))
      .flatMap(({ carried }) => carried)
      .filter((practice) => offered.get(practice) === of).length;
  const step = fc.record({ carried: fc.subarray(practiceIds), withdraw: fc.boolean() });
  let week = 1;
  await fc.assert(
    fc.asyncProperty(step, async ({ carried, withdraw }) => {
      w.clock.advance(60);
      const period = `2026-W${String(week++).padStart(2, '0')}`;
      const id = await draftBulletin(office(w), { kind: 'weekly', period, chapter: '' });
      await renewBulletin(office(w), { ...(await held(w, id)), practiceIds: carried });
      await submitBulletin(office(w), await held(w, id));
      await signBulletin(w.as('leader'), await held(w, id));
      await issueBulletin(office(w), await held(w, id), null);
      const entry: (typeof told)[number] = { at: w.clock(), until: null, carried };
      told.push(entry);
      w.clock.advance(1);
      if (withdraw) {
        await withdrawBulletin(office(w), { ...(await held(w, id)), reason: '有误' });
        entry.until = w.clock();
      }
      for (const asOf of told.flatMap(({ at, until }) => [at, until ?? at])) {
        const measured = await w.system.read((db) =>
          collectMeasures(db, { domainId: w.domainId, year: 2026, asOf }, new Set(['practice.count'])),
        );
        const counts = new Map(measured.get('practice.count')?.map((each) => [each.unitId, each]));
        for (const of of UNITS) {
          expect(counts.get(w.unit[of]) ?? { count: 0 }).toMatchObject({ count: plain(of, asOf) });
        }
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
