import { against, type Row, timed, turnByTurn } from '../../api/bench/finding.ts';
import { type Bare, onScratch, type Scratch } from '../../api/bench/scratch.ts';
import { builtin } from '../../api/house.ts';
import { hearChat } from '../../api/services/chat/hear-chat.ts';
import { DEMO_OPENS } from '../../api/services/demo/demo-clock.ts';
import { loadDemo } from '../../api/services/demo/load-demo.ts';
import type { DomainId } from '../../db/vocabulary.ts';
import { createBot } from '../bot.ts';
import type { Gateway, Handlers, Heard } from '../gateways/gateway.ts';

const MESSAGES = 200;
const AT_ONCE = 8;
const ROUNDS = 3;
let counted = 0;

/** A gateway that takes whatever is to be said, and through which the bench speaks. */
function openLine(): { gateway: Gateway; hear: (heard: Heard) => Promise<void> } {
  let handlers: Handlers | null = null;
  const status = { life: 'online', since: DEMO_OPENS, qrcode: null, lastInbound: null } as const;
  return {
    gateway: {
      name: 'simulator',
      start: (given) => {
        handlers = given;
        return Promise.resolve();
      },
      stop: () => Promise.resolve(),
      say: () => Promise.resolve(),
      status: () => ({ ...status, lastOutbound: null, fault: null }),
    },
    hear: (heard) => handlers?.received(heard) ?? Promise.reject(new Error('not started')),
  };
}

/** So many at a time, until all are through. */
async function atOnce(work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    for (let n = next++; n < MESSAGES; n = next++) await work(n);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

interface Speaker {
  contactId: number;
  externalId: string;
  name: string;
  personId: number;
  assignmentId: number;
  code: string;
}

/** A liaison of the demo with an open task that is told by its code. */
async function speakerOf(bare: Bare, domainId: DomainId): Promise<Speaker> {
  const [found] = await bare<Speaker[]>`
    select c.id::int as "contactId", c.external_id as "externalId", c.name, p.id::int as "personId",
      a.id::int as "assignmentId", t.code
    from contacts c join people p on p.domain_id = c.domain_id and p.id = c.person_id and p.duty = 'liaison'
    join assignments a on a.domain_id = p.domain_id and a.unit_id = p.unit_id and a.state = 'active'
    join tasks t on t.domain_id = a.domain_id and t.id = a.task_id and t.measure = 'percent'
    where c.domain_id = ${domainId} order by c.id, a.id limit 1`;
  if (found === undefined) throw new Error('the demo has no such liaison');
  return found;
}

/** The rows of one message, written by hand: stored in one transaction, handled in another. */
async function byHand(
  bare: Bare,
  domainId: DomainId,
  { contactId, personId, assignmentId }: Speaker,
  n: number,
) {
  const at = DEMO_OPENS;
  const external = `floor-${counted++}`;
  const [row] = await bare.begin(
    (sql) => sql`insert into inbox (domain_id, gateway, external_id, contact_id, text, sent_at, received_at)
      values (${domainId}, 'simulator', ${external}, ${contactId}, '进度', ${at}, ${at}) returning id`,
  );
  const message = row?.id;
  await bare.begin(async (sql) => {
    await sql`insert into progress_records (domain_id, assignment_id, at, recorded_at, kind, person_id, channel, percent,
        message_id)
      values (${domainId}, ${assignmentId}, ${at}, ${at}, 'reported', ${personId}, 'chat', ${n % 100}, ${message})`;
    await sql`update assignments set percent = ${n % 100}, version = version + 1, reported_at = ${at}
      where domain_id = ${domainId} and id = ${assignmentId}`;
    await sql`insert into audit (domain_id, at, person_id, actor, action, subject)
      values (${domainId}, ${at}, ${personId}, 'liaison', 'progress.report', 'assignment:1')`;
    await sql`insert into outbox (domain_id, key, cause, contact_id, text, queued_at, not_before)
      values (${domainId}, ${external}, 'reply', ${contactId}, '已记录', ${at}, ${at})`;
    await sql`update inbox set state = 'handled', handled_at = ${at} where domain_id = ${domainId} and id = ${message}`;
  });
}

async function measured({ store, bare, context }: Scratch) {
  const domainId = await loadDemo(store.db, context, builtin(), DEMO_OPENS);
  const speaker = await speakerOf(bare, domainId);
  const { gateway, hear } = openLine();
  const listen = (heard: () => void) => hearChat(store, domainId, heard);
  const bot = createBot({ ctx: context(domainId, () => DEMO_OPENS), gateways: [gateway], listen });
  await bot.start();
  const say = (n: number): Promise<void> =>
    hear({
      externalId: `ours-${counted++}`,
      sentAt: DEMO_OPENS,
      contact: { externalId: speaker.externalId, name: speaker.name },
      room: null,
      text: `${speaker.code} ${(n % 98) + 1}%`,
      mentioned: false,
      file: null,
    });
  const taken = await turnByTurn(
    ROUNDS,
    () =>
      timed(async () => {
        await atOnce(say);
        await bot.idle();
      }),
    () => timed(() => atOnce((n) => byHand(bare, domainId, speaker, n))),
  );
  await bot.stop();
  const [row] = await bare`select count(*)::int as n from progress_records
    where domain_id = ${domainId} and message_id in (select id from inbox where external_id like 'ours-%')`;
  if (row?.n !== MESSAGES * ROUNDS) throw new Error(`${row?.n} messages were recorded`);
  return taken;
}

/** Messages taken in, understood, recorded and answered, each in its own commit, against the rows by hand. */
export const intake: Row = (arena) =>
  onScratch(arena, async (scratch) => {
    const { ours, floor } = await measured(scratch);
    const perSecond = (ms: number): number => (MESSAGES / ms) * 1000;
    return [
      against('chat intake, PostgreSQL', 'messages/s', perSecond(ours), perSecond(floor), { atLeast: 0.4 }),
    ];
  });
