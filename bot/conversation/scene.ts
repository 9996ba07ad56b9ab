/** What a message is answered from: who speaks, of which unit, and what that unit has open. */
import type { Tx } from '../../api/context.ts';
import { saidAt } from '../../api/domain/chat/said-at.ts';
import { type Action, may } from '../../api/domain/permissions.ts';
import { dayOf } from '../../api/domain/time/day.ts';
import type { StoredMessage } from '../../api/services/chat/take-message.ts';
import type { NamedUnit } from '../../api/services/chat/units-named.ts';
import type { Known } from '../../api/services/people/find-actor.ts';
import { openAssignments } from '../../api/services/tasks/open-assignments.ts';
import type { Day, PersonId, UnitId } from '../../db/vocabulary.ts';
import type { Hearing } from '../understand/intent.ts';
import { sameTasks } from '../understand/same-tasks.ts';
import { type NotOpen, notOpenIn } from './not-open.ts';
import type { Statement } from './statements.ts';

export type OpenAssignment = Awaited<ReturnType<typeof openAssignments>>[number];

/** Makes the address of the phone page of one person and one assignment. */
export type TaskLink = (of: { personId: PersonId; assignmentId: OpenAssignment['id'] }) => string;

/** Makes the address of a page of the web, from its path. */
export type PageLink = (path: string) => string;

/** How addresses are made; each absent where there are none. */
export interface Links {
  linkTo: TaskLink | null;
  linkToPage: PageLink | null;
}

export interface Scene {
  message: StoredMessage;
  /** The part of the message that is answered: all of it, unless it speaks of several units. */
  text: string;
  speaker: Known;
  /** As the speaker, as of now: for questions. */
  now: Tx;
  /** As the speaker, as of when it was said: for what is recorded. */
  said: Tx;
  today: Day;
  /** The unit spoken of: the one named, else the speaker's own. */
  unit: { id: UnitId; name: string };
  /** What that unit has open, by due day. */
  open: OpenAssignment[];
  /** What the text names by code and the unit has not open; none for those who do not report. */
  notOpen: NotOpen[];
  /** The names by which the text calls other units. */
  others: string[];
  /** The bot itself is spoken to: in private, or mentioned. */
  addressed: boolean;
  /** Absent where links are not to be had. */
  linkTo: TaskLink | null;
  linkToPage: PageLink | null;
}

/** Whether the bot itself is spoken to: in private, or mentioned. */
export const isAddressed = ({ room, mentioned }: StoredMessage): boolean => room === null || mentioned;

/** What is open in a unit as far as the asking person may know. */
export const openTo = async (now: Tx, unitId: UnitId): Promise<OpenAssignment[]> =>
  now.actor.kind === 'system' || may(now.actor, 'assignment.see', unitId) ? openAssignments(now, unitId) : [];

/** Whether the speaker may do this in the unit spoken of. */
export const mayIn = (scene: Scene, action: Action): boolean =>
  may(scene.speaker.actor, action, scene.unit.id);

interface Given {
  message: StoredMessage;
  statement: Statement;
  /** The units that the message names. */
  named: readonly NamedUnit[];
  speaker: Known;
  links: Links;
}

/**
 * Sets the scene for a statement of a known person. A liaison who begins with a department's name is speaking to it,
 * not of it.
 */
export async function setScene(tx: Tx, { message, statement, named, speaker, links }: Given): Promise<Scene> {
  const { actor } = speaker;
  const now = tx.as(actor, 'chat');
  const at = saidAt(message);
  const first = statement.unit;
  const spokenOf =
    first !== null && (first.kind === 'village' || may(actor, 'assignment.see', first.unitId)) ? first : null;
  const unit = spokenOf === null ? speaker.unit : { id: spokenOf.unitId, name: spokenOf.name };
  const open = await openTo(now, unit.id);
  const { text } = statement;
  return {
    message,
    text,
    speaker,
    now,
    said: tx.as(actor, 'chat', () => at),
    today: dayOf(tx.clock()),
    unit,
    open,
    notOpen: may(actor, 'progress.report', unit.id)
      ? await notOpenIn(now, { text, unitId: unit.id, open })
      : [],
    others: named.filter(({ unitId }) => unitId !== unit.id).map(({ calling }) => calling),
    addressed: isAddressed(message),
    ...links,
  };
}

/** What understanding is given of a scene. */
export function hearingOf(
  {
    message,
    today,
    unit,
    open,
    notOpen,
    others,
  }: Pick<Scene, 'message' | 'today' | 'open' | 'notOpen' | 'others'> & {
    unit: { name: string };
  },
  questionOpen: boolean,
): Hearing {
  const firstOf = new Map([...open].reverse().map((each) => [each.code, each]));
  return {
    unit: unit.name,
    tasks: sameTasks([...[...firstOf.values()].reverse(), ...notOpen]),
    where: message.room === null ? 'private' : 'group',
    mentioned: message.mentioned,
    today,
    questionOpen,
    units: others,
  };
}
