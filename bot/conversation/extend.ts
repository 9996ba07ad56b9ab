import { askExtension } from '../../api/services/progress/extension.ts';
import type { Intent } from '../understand/intent.ts';
import { assignmentOf } from './plan-report.ts';
import * as words from './replies.ts';
import { here, type Reply } from './reply.ts';
import { mayIn, type Scene } from './scene.ts';

/** 申请延期: asks the office for a later day; what is missing is asked for. */
export async function askToExtend(
  scene: Scene,
  { task: code, until, reason }: Extract<Intent, { intent: 'extend' }>,
): Promise<Reply[]> {
  if (!mayIn(scene, 'extension.ask')) return scene.addressed ? [here(words.ownUnitOnly)] : [];
  const task = assignmentOf(scene, code, scene.text);
  if (task === undefined) return [here(words.extendWhich)];
  if (until === null) return [here(words.extendUntil(task))];
  const { id: messageId } = scene.message;
  await askExtension(scene.said, {
    assignmentId: task.id,
    until,
    reason: reason.trim() || scene.text.trim(),
    messageId,
  });
  return [here(words.extensionAsked(task, until))];
}
