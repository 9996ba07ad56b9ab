/** Reading bulletins: the list, one of them with its history, its Word file and its picture. */
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { bulletinPractices, bulletins, bulletinVersions } from '../../../db/schema/bulletins.ts';
import { planSections, plans } from '../../../db/schema/plans.ts';
import { people } from '../../../db/schema/units.ts';
import type { BulletinId, BulletinKind, BulletinState } from '../../../db/vocabulary.ts';
import { type Context, permit, reach } from '../../context.ts';
import { type Action, scopeOf } from '../../domain/permissions.ts';
import { dayOf, partsOf } from '../../domain/time/day.ts';
import { found } from '../../errors.ts';
import { rootName } from '../units/root-name.ts';
import { asRow, type BulletinRow, whichBulletin } from './bulletin-row.ts';
import { bulletinPicture, bulletinWord } from './draw-up.ts';

/** What is seen by those who have nothing to do with drafts. */
const PUBLISHED = ['issued', 'withdrawn'] as const satisfies BulletinState[];

const can = ({ actor }: Context, action: Action): boolean =>
  actor.kind === 'system' || scopeOf(actor.role, action) !== null;

const seen = (ctx: Context): SQL | undefined =>
  can(ctx, 'bulletin.draft') ? undefined : inArray(bulletins.state, [...PUBLISHED]);

export interface BulletinFilter {
  year?: number | undefined;
  kind?: BulletinKind | undefined;
  state?: BulletinState | undefined;
}

const MOST = 200;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The bulletins (通报) that somebody may see, newest first; drafts only those who have to do with them. */
export async function listBulletins(ctx: Context, { year, kind, state }: BulletinFilter) {
  reach(ctx, 'bulletin.see');
  const of = [
    eq(bulletins.domainId, ctx.domainId),
    seen(ctx),
    kind === undefined ? undefined : eq(bulletins.kind, kind),
    state === undefined ? undefined : eq(bulletins.state, state),
    year === undefined ? undefined : sql`left(${bulletins.period}, 4) = ${String(year)}`,
  ];
  const rows = await ctx.read((db) =>
    db
      .select({
        id: bulletins.id,
        kind: bulletins.kind,
        period: bulletins.period,
        state: bulletins.state,
        title: sql<string>`${bulletins.content}->>'title'`,
        number: sql<string | null>`${bulletins.content}->>'number'`,
        issuedAt: bulletins.issuedAt,
        pushedAt: bulletins.pushedAt,
      })
      .from(bulletins)
      .where(and(...of))
      .orderBy(sql`coalesce(${bulletins.issuedAt}, ${bulletins.createdAt}) desc`, desc(bulletins.id))
      .limit(MOST),
  );
  return rows.map(({ issuedAt, pushedAt, ...row }) => ({
    ...row,
    issuedAt: iso(issuedAt),
    pushedAt: iso(pushedAt),
  }));
}

/** The sections of this year's plans that a special bulletin can be about; none to those who draft nothing. */
export async function sectionsOfYear(ctx: Context) {
  permit(ctx, 'bulletin.see');
  if (!can(ctx, 'bulletin.edit')) return [];
  const { year } = partsOf(dayOf(ctx.clock()));
  return ctx.read((db) =>
    db
      .select({ number: planSections.number, title: planSections.title })
      .from(planSections)
      .innerJoin(plans, refersTo(planSections, 'planId', plans))
      .where(and(eq(planSections.domainId, ctx.domainId), eq(plans.year, year), eq(plans.state, 'confirmed')))
      .orderBy(asc(plans.id), asc(planSections.position)),
  );
}

async function visible(ctx: Context, db: Database, id: BulletinId): Promise<BulletinRow> {
  const [row] = await db
    .select()
    .from(bulletins)
    .where(and(whichBulletin(ctx, id), seen(ctx)));
  return asRow(found(row, '通报'));
}

const historyOf = (db: Database, ctx: Context, id: BulletinId) =>
  db
    .select({
      version: bulletinVersions.version,
      at: bulletinVersions.at,
      action: bulletinVersions.action,
      reason: bulletinVersions.reason,
      person: people.name,
    })
    .from(bulletinVersions)
    .leftJoin(people, refersTo(bulletinVersions, 'personId', people))
    .where(and(eq(bulletinVersions.domainId, ctx.domainId), eq(bulletinVersions.bulletinId, id)))
    .orderBy(asc(bulletinVersions.version));

/** What may be done with it now, by the one who asks. */
function deeds(ctx: Context, { state, pushedAt }: BulletinRow) {
  const draft = state === 'draft';
  return {
    edit: draft && can(ctx, 'bulletin.edit'),
    submit: draft && can(ctx, 'bulletin.edit'),
    sign: state === 'submitted' && can(ctx, 'bulletin.sign'),
    sendBack: (state === 'submitted' || state === 'signed') && can(ctx, 'bulletin.sign'),
    issue: state === 'signed' && can(ctx, 'bulletin.issue'),
    push: state === 'issued' && pushedAt === null && can(ctx, 'bulletin.issue'),
    withdraw: state === 'issued' && can(ctx, 'bulletin.withdraw'),
  };
}

/** One bulletin: its content, its practices, its history and what may be done with it. Throws `notFound`. */
export async function showBulletin(ctx: Context, id: BulletinId) {
  permit(ctx, 'bulletin.see');
  return ctx.read(async (db) => {
    const row = await visible(ctx, db, id);
    const picked = await db
      .select({ id: bulletinPractices.practiceId })
      .from(bulletinPractices)
      .where(and(eq(bulletinPractices.domainId, ctx.domainId), eq(bulletinPractices.bulletinId, id)))
      .orderBy(asc(bulletinPractices.position));
    const history = can(ctx, 'bulletin.draft') ? await historyOf(db, ctx, id) : [];
    return {
      id: row.id,
      state: row.state,
      version: row.version,
      content: row.content,
      sentBack: row.sentBack,
      issuedAt: iso(row.issuedAt),
      pushedAt: iso(row.pushedAt),
      withdrawnAt: iso(row.withdrawnAt),
      withdrawnReason: row.withdrawnReason,
      contentHash: row.contentHash,
      practiceIds: picked.map((each) => each.id),
      history: history.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
      can: deeds(ctx, row),
    };
  });
}

export interface BulletinFile {
  name: string;
  bytes: Uint8Array;
}

const nameOf = ({ content: { title, number } }: BulletinRow): string =>
  number === null ? `${title}（草稿）` : `${number} ${title}`;

/** The Word file: of an issued bulletin the bytes that were frozen, of a draft as it would be now. */
export async function bulletinWordFile(ctx: Context, id: BulletinId): Promise<BulletinFile> {
  permit(ctx, 'bulletin.see');
  const row = await ctx.read((db) => visible(ctx, db, id));
  const bytes =
    row.wordHash === null
      ? await bulletinWord(row.content, await rootName(ctx))
      : await ctx.files.get(row.wordHash);
  return { name: `${nameOf(row)}.docx`, bytes };
}

/** The picture, as `bulletinWordFile` gives the Word file. */
export async function bulletinPictureFile(ctx: Context, id: BulletinId): Promise<BulletinFile> {
  permit(ctx, 'bulletin.see');
  const row = await ctx.read((db) => visible(ctx, db, id));
  const bytes =
    row.pictureHash === null
      ? await bulletinPicture(row.content, await rootName(ctx))
      : await ctx.files.get(row.pictureHash);
  return { name: `${nameOf(row)}.png`, bytes };
}
