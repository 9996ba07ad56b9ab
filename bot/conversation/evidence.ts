/**
 * 证明材料: a picture or file within ten minutes of a report by the same sender is attached to it, or of words that quote
 * the report or the bot's answer to it; so is a picture of one's own that words about a task quote (chat.md, 5).
 */
import { Refusal } from '../../api/errors.ts';
import {
  type LooseFile,
  lastOwnReport,
  looseFiles,
  type OwnReport,
  reportsOf,
} from '../../api/services/chat/own-reports.ts';
import { fileQuoted, lastQuoting, messageQuoted, type Talk } from '../../api/services/chat/quoted.ts';
import { attachEvidence } from '../../api/services/progress/attach-evidence.ts';
import { otherUses } from '../../api/services/tasks/file-uses.ts';
import { quoteIn } from '../understand/normalise.ts';
import { codesIn } from '../understand/task-index.ts';
import * as words from './replies.ts';
import { here, inPrivate, type Reply } from './reply.ts';
import type { Scene } from './scene.ts';

const WITHIN_MS = 600_000;
const since = ({ said }: Scene): Date => new Date(said.clock().getTime() - WITHIN_MS);

const talkOf = ({ message: { contact, room } }: Scene): Talk => ({
  contactId: contact.id,
  roomId: room?.id ?? null,
});

/** What evidence is for. */
type Target = Pick<OwnReport, 'assignmentId' | 'code' | 'title'>;

/** What became of a file: attached, there already, or refused with a reason; and what else it was given for. */
type Outcome = { is: 'attached' | 'again'; alsoOn: string[] } | { is: 'refused'; why: string };

/** Attaches a file to all that a message reported. */
async function attach({ said, unit }: Scene, file: LooseFile, reports: readonly Target[]): Promise<Outcome> {
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

/** The speaker's own reports that a text quotes, itself or by the bot's answer. */
async function reportsQuoted(scene: Scene, raw: string): Promise<OwnReport[]> {
  const quote = quoteIn(raw);
  if (quote === null) return [];
  const messageId = await messageQuoted(scene.said, talkOf(scene), quote.text);
  return messageId === null ? [] : reportsOf(scene.said, messageId);
}

/** What a picture sent now belongs to, by the last words of these ten minutes: a report, or a quote of one. */
async function reportsMeant(scene: Scene): Promise<{ reports: OwnReport[]; by: string }> {
  const last = await lastOwnReport(scene.said, since(scene));
  const quoting = await lastQuoting(scene.said, talkOf(scene), since(scene));
  if (quoting !== null && (last[0]?.at ?? since(scene)) < quoting.sentAt) {
    const reports = await reportsQuoted(scene, quoting.text);
    if (reports.length > 0) return { reports, by: `quote:${quoting.id}` };
  }
  return { reports: last, by: `${last[0]?.recordId}` };
}

/** Answers a picture or file. In a room it is of concern only after a report: people send pictures all day. */
export async function receiveFile(scene: Scene): Promise<Reply[]> {
  const { message } = scene;
  if (message.file === null) return [];
  const { reports, by } = await reportsMeant(scene);
  if (reports.length === 0) return message.room === null ? [here(words.reportFirst)] : [];
  const { hash, name, fault } = message.file;
  if (hash === null) return [inPrivate(words.notAttached(fault ?? '没有收到'))];
  const outcome = await attach(scene, { messageId: message.id, hash, name }, reports);
  if (outcome.is === 'refused') return [inPrivate(words.notAttached(outcome.why))];
  if (outcome.is === 'again') return [inPrivate(words.attachedAlready(reports))];
  // Nine pictures of one report are acknowledged once.
  const attached = { ...here(words.attached(reports)), once: `attached:${by}` };
  return outcome.alsoOn.length === 0
    ? [attached]
    : [attached, inPrivate(words.usedElsewhere(outcome.alsoOn))];
}

/** [图片], [文件] 名单.xlsx: how a gateway writes what is no text. */
const FILE = /^\[(?:图片|照片|视频|文件)\]\s*(.*)$/;

/** The picture or file of their own that the speaker quotes. */
async function quotedFile(scene: Scene): Promise<LooseFile[]> {
  const quote = quoteIn(scene.message.text);
  const named = FILE.exec(quote?.text ?? '');
  if (named === null || quote?.by !== scene.message.contact.name) return [];
  const file = await fileQuoted(scene.said, talkOf(scene), named[1] === '' ? null : (named[1] ?? null));
  return file === null ? [] : [file];
}

async function attachAll(
  scene: Scene,
  files: readonly LooseFile[],
  targets: readonly Target[],
): Promise<string[]> {
  if (files.length === 0 || targets.length === 0) return [];
  for (const file of files) await attach(scene, file, targets);
  return [words.attached(targets)];
}

/** What the speaker sent in the ten minutes before, and belongs to nothing yet. */
export const looseFilesOf = (scene: Scene): Promise<LooseFile[]> =>
  looseFiles(scene.said, talkOf(scene), since(scene));

/** Attaches such files to a report just made, and what that quotes. Gives the words for it. */
export async function attachLooseFiles(scene: Scene, loose: readonly LooseFile[]): Promise<string[]> {
  const files = [...loose, ...(await quotedFile(scene))];
  return files.length === 0 ? [] : attachAll(scene, files, await lastOwnReport(scene.said, since(scene)));
}

/**
 * Words that report nothing and quote: an own picture, with the code of the task it is for, or an own report, for
 * which pictures were sent in the ten minutes before. Attaches what is quoted so; gives the words for it.
 */
export async function attachByQuote(scene: Scene): Promise<string[]> {
  const { message, open, text } = scene;
  if (quoteIn(message.text) === null) return [];
  const [picture] = await quotedFile(scene);
  if (picture !== undefined) {
    const codes = codesIn(text.replace(/^[^」]*」/, ''));
    const targets = open
      .filter(({ code }) => codes.includes(code))
      .map((each) => ({ ...each, assignmentId: each.id }));
    return attachAll(scene, [picture], targets);
  }
  const loose = await looseFilesOf(scene);
  return loose.length === 0 ? [] : attachAll(scene, loose, await reportsQuoted(scene, message.text));
}
