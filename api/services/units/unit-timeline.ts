import { and, eq, sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import { units } from '../../../db/schema/units.ts';
import type { Id, MessageId, RecordId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { found, Refusal } from '../../errors.ts';
import { type TimelineRecord, timelineRecords } from './timeline-records.ts';

/** What a line of the timeline is: what the unit said in chat, what the bot said there, what was recorded otherwise. */
export const TIMELINE_LINES = ['heard', 'said', 'recorded'] as const;
type Line = (typeof TIMELINE_LINES)[number];

interface FeedRow {
  line: Line;
  at: Date | string;
  id: number;
  speaker: string | null;
  text: string | null;
  fileName: string | null;
}

export interface TimelineRow extends Omit<FeedRow, 'at'> {
  at: string;
  /** What it was recorded as. */
  records: TimelineRecord[];
}

/** Before the line that a cursor `1782345600000.heard.123` names. */
function beforeCursor(cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const [, ms, line, id] = /^(\d{1,13})\.(heard|said|recorded)\.(\d{1,15})$/.exec(cursor) ?? [];
  if (ms === undefined || line === undefined || id === undefined) {
    throw new Refusal('invalid', 'cursor', '翻页位置不对', [{ path: 'after', message: '翻页位置不对' }]);
  }
  return sql`(at, line, id) < (${new Date(Number(ms)).toISOString()}::timestamptz, ${line}, ${Number(id)})`;
}

/**
 * The lines, newest first. Of a group that speaks for several units: what this one's people said, the answers to
 * them, and what was pushed to all. Chatter, which the bot let pass, is nobody's business here.
 */
const readFeed = (ctx: Context, unitId: UnitId, after: string | undefined, limit: number) =>
  ctx.read((db) =>
    rowsOf<FeedRow>(
      db,
      sql`with
        own_rooms as (
          select ru.room_id as id, (select count(*) from room_units o
            where o.domain_id = ru.domain_id and o.room_id = ru.room_id) = 1 as alone
          from room_units ru where ru.domain_id = ${ctx.domainId} and ru.unit_id = ${unitId}),
        records as (
          select r.id, r.at, r.message_id from progress_records r
          join assignments a on a.domain_id = r.domain_id and a.id = r.assignment_id
          where r.domain_id = ${ctx.domainId} and a.unit_id = ${unitId}),
        heard as (
          select message_id as id from records where message_id is not null
          union
          select i.id from inbox i
          join own_rooms on own_rooms.id = i.room_id
          join contacts c on c.domain_id = i.domain_id and c.id = i.contact_id and not c.is_bot
          left join people p on p.domain_id = c.domain_id and p.id = c.person_id
          where i.domain_id = ${ctx.domainId} and i.state = 'handled'
            and (i.intent ->> 'intent') is distinct from 'none' and (own_rooms.alone or p.unit_id = ${unitId})),
        feed as (
          select 'heard' as line, i.sent_at as at, i.id, c.name as speaker, i.text, i.file_name as file
          from heard
          join inbox i on i.domain_id = ${ctx.domainId} and i.id = heard.id
          join contacts c on c.domain_id = i.domain_id and c.id = i.contact_id
          union all
          select 'said', o.sent_at, o.id, null, o.text, o.file_name
          from outbox o join own_rooms on own_rooms.id = o.room_id
          where o.domain_id = ${ctx.domainId} and o.state = 'sent' and (own_rooms.alone or o.cause <> 'reply'
            or o.key in (select 'reply:' || heard.id || ':room' from heard))
          union all
          select 'recorded', at, id, null, null, null from records where message_id is null)
      select line, at, id::float8 as id, speaker, text, file as "fileName" from feed
      where ${beforeCursor(after)} order by feed.at desc, feed.line desc, feed.id desc limit ${limit + 1}`,
    ),
  );

/**
 * What was said and done about a unit's tasks (单位动态), newest first: what its people said in chat, as it is stored,
 * that is masked, with what it became; what the bot said; and what was recorded elsewhere, each with its evidence.
 * Throws `notFound`, and `forbidden` outside one's units.
 */
export async function unitTimeline(
  ctx: Context,
  { unitId, after, limit }: { unitId: UnitId; after?: string | undefined; limit: number },
) {
  permit(ctx, 'score.explain', unitId);
  const { domainId } = ctx;
  const [unit] = await ctx.read((db) =>
    db
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.domainId, domainId), eq(units.id, unitId))),
  );
  found(unit, '单位');
  const feed = await readFeed(ctx, unitId, after, limit);
  const shown = feed.slice(0, limit);
  const numbers = <Of extends string>(line: Line): Id<Of>[] =>
    shown.filter((row) => row.line === line).map(({ id }) => id as Id<Of>);
  const records = await ctx.read((db) =>
    timelineRecords(db, {
      ...{ domainId, unitId },
      ids: numbers<'record'>('recorded') satisfies RecordId[],
      messageIds: numbers<'message'>('heard') satisfies MessageId[],
    }),
  );
  const of = (row: FeedRow): TimelineRecord[] => {
    if (row.line === 'recorded') return records.filter(({ id }) => id === row.id);
    return row.line === 'heard' ? records.filter(({ messageId }) => messageId === row.id) : [];
  };
  const last = shown.at(-1);
  return {
    next:
      feed.length > limit && last !== undefined
        ? `${new Date(last.at).getTime()}.${last.line}.${last.id}`
        : null,
    rows: shown.map((row): TimelineRow => ({ ...row, at: new Date(row.at).toISOString(), records: of(row) })),
  };
}
