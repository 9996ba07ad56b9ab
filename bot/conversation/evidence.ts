/** 证明材料: a picture or file within ten minutes of a report by the same sender is attached to it (chat.md, 5). */
import { Refusal } from '../../api/errors.ts';
import { lastOwnReport, looseFiles, type OwnReport } from '../../api/services/chat/own-reports.ts';
import { attachEvidence } from '../../api/services/progress/attach-evidence.ts';
import { otherUses } from '../../api/services/tasks/file-uses.ts';
import type { MessageId } from '../../db/vocabulary.ts';
import * as words from './replies.ts';
import { here, inPrivate, type Reply } from './reply.ts';
import type { Scene } from './scene.ts';

const WITHIN_MS = 600_000;
const since = ({ said }: Scene): Date => new Date(said.clock().getTime() - WITHIN_MS);

interface File {
  messageId: MessageId;
  hash: string;
  name: string;
}

/** What became of a file: attached, there already, or refused with a reason; and what else it was given for. */
type Outcome = { is: 'attached' | 'again'; alsoOn: string[] } | { is: 'refused'; why: string };

/** Attaches a file to all that a message reported. */
async function attach({ said, unit }: Scene, file: File, reports: readonly OwnReport[]): Promise<Outcome> {
  const { messageId, hash: fileHash, name } = file;
  try {
    let fresh = false;
    for (const { assignmentId } of reports)
      fresh = (await attachEvidence(said, { assignmentId, fileHash, name, messageId })) || fresh;
    if (!fresh) return { is: 'again', alsoOn: [] };
    const than = reports.map(({ assignmentId }) => assignmentId);
    return { is: 'attached', alsoOn: await otherUses(said, { fileHash, unitId: unit.id, than }) };
  } catch (error) {
    if (error instanceof Refusal) return { is: 'refused', why: error.message };
    throw error;
  }
}

/** Answers a picture or file. In a room it is of concern only after a report: people send pictures all day. */
export async function receiveFile(scene: Scene): Promise<Reply[]> {
  const { message } = scene;
  if (message.file === null) return [];
  const reports = await lastOwnReport(scene.said, since(scene));
  const [first] = reports;
  if (first === undefined) return message.room === null ? [here(words.reportFirst)] : [];
  const { hash, name, fault } = message.file;
  if (hash === null) return [inPrivate(words.notAttached(fault ?? '没有收到'))];
  const outcome = await attach(scene, { messageId: message.id, hash, name }, reports);
  if (outcome.is === 'refused') return [inPrivate(words.notAttached(outcome.why))];
  if (outcome.is === 'again') return [inPrivate(words.attachedAlready(reports))];
  // Nine pictures of one report are acknowledged once.
  const attached = { ...here(words.attached(reports)), once: `attached:${first.recordId}` };
  return outcome.alsoOn.length === 0
    ? [attached]
    : [attached, inPrivate(words.usedElsewhere(outcome.alsoOn))];
}

/** Attaches what the speaker sent in the ten minutes before a report just made. Gives the words for it. */
export async function attachLooseFiles(scene: Scene): Promise<string[]> {
  const { contact, room } = scene.message;
  const files = await looseFiles(
    scene.said,
    { contactId: contact.id, roomId: room?.id ?? null },
    since(scene),
  );
  if (files.length === 0) return [];
  const reports = await lastOwnReport(scene.said, since(scene));
  for (const file of files) await attach(scene, file, reports);
  return reports.length === 0 ? [] : [words.attached(reports)];
}
