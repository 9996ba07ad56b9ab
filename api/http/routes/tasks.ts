import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { ASSIGNMENT_STATES, LIGHTS } from '../../../db/vocabulary.ts';
import { scopeOf } from '../../domain/permissions.ts';
import type { Known } from '../../services/people/find-actor.ts';
import { askExtension, decideExtension } from '../../services/progress/extension.ts';
import { reportProgress } from '../../services/progress/report-progress.ts';
import { undoReport } from '../../services/progress/undo-report.ts';
import { uploadEvidence } from '../../services/progress/upload-evidence.ts';
import { verifyAssignment } from '../../services/progress/verify-assignment.ts';
import { listTasks } from '../../services/tasks/list-tasks.ts';
import { showAssignment } from '../../services/tasks/show-assignment.ts';
import { assignmentDetail, taskPage } from '../answers/tasks.ts';
import type { Doors } from '../doors.ts';
import { report, upload } from '../inputs.ts';
import { calendarDay, id, idInBody, limit, valid } from '../valid.ts';

/** What the responsibility list is narrowed by. */
export const taskFilter = z.object({
  unit: id<'unit'>().optional(),
  light: z.enum(LIGHTS).optional(),
  state: z.enum([...ASSIGNMENT_STATES, 'unfinished']).optional(),
  chapter: z.string().max(20).optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/, '月份写作 2026-06')
    .optional(),
  q: z.string().max(100).optional(),
  after: z.string().max(40).optional(),
  limit,
});

const which = z.object({ id: id<'assignment'>() });
const reason = z.string().trim().max(500);
const version = z.int();

const verification = z.object({
  decision: z.enum(['verify', 'return']),
  reason: reason.exactOptional(),
  version,
});
const extension = z.object({ until: calendarDay(), reason: reason.min(1, '请写明申请延期的原因') });
const extensionDecision = z.object({
  granted: z.boolean(),
  until: calendarDay().exactOptional(),
  reason: reason.exactOptional(),
  version,
});
const undo = z.object({ recordId: idInBody<'record'>() });

const tag = '任务';
const detail = (summary: string) => ({ tag, summary, answer: assignmentDetail });

/** Who sees the same and asks for the same gets the same answer. A hash, since a filter may hold any text. */
function keyFor({ actor }: Known, asked: z.output<typeof taskFilter>): string {
  const sees =
    scopeOf(actor.role, 'assignment.see') === 'all' ? [] : [...actor.unitIds].sort((a, b) => a - b);
  return `tasks/${createHash('sha256')
    .update(JSON.stringify([sees, asked]))
    .digest('base64url')}`;
}

/** 责任清单, one assignment, and everything that is done with it. */
export const taskRoutes = ({ allow, cached }: Doors) =>
  new Hono()
    .get(
      '/',
      allow('assignment.see', { tag, summary: '责任清单', answer: taskPage }),
      valid('query', taskFilter),
      (c) => {
        const asked = c.req.valid('query');
        return cached(c, c.var.ctx, keyFor(c.var.known, asked), () => listTasks(c.var.ctx, asked));
      },
    )
    .get('/:id', allow('assignment.see', detail('一项交办')), valid('param', which), async (c) =>
      c.json(await showAssignment(c.var.ctx, c.req.valid('param').id)),
    )
    .post(
      '/:id/reports',
      allow('progress.report', detail('报进度、报结')),
      valid('param', which),
      valid('json', report),
      async (c) => {
        const assignmentId = c.req.valid('param').id;
        await reportProgress(c.var.ctx, { assignmentId, ...c.req.valid('json') });
        return c.json(await showAssignment(c.var.ctx, assignmentId));
      },
    )
    .post(
      '/:id/evidence',
      allow('evidence.add', detail('附证明材料')),
      valid('param', which),
      valid('form', upload),
      async (c) => {
        const assignmentId = c.req.valid('param').id;
        const { file } = c.req.valid('form');
        await uploadEvidence(c.var.ctx, { assignmentId, name: file.name, bytes: await file.bytes() });
        return c.json(await showAssignment(c.var.ctx, assignmentId));
      },
    )
    .post(
      '/:id/verification',
      allow('progress.verify', detail('核验通过或退回')),
      valid('param', which),
      valid('json', verification),
      async (c) => {
        const assignmentId = c.req.valid('param').id;
        await verifyAssignment(c.var.ctx, { assignmentId, ...c.req.valid('json') });
        return c.json(await showAssignment(c.var.ctx, assignmentId));
      },
    )
    .post(
      '/:id/extension',
      allow('extension.ask', detail('申请延期')),
      valid('param', which),
      valid('json', extension),
      async (c) => {
        const assignmentId = c.req.valid('param').id;
        await askExtension(c.var.ctx, { assignmentId, ...c.req.valid('json') });
        return c.json(await showAssignment(c.var.ctx, assignmentId));
      },
    )
    .post(
      '/:id/extension-decision',
      allow('extension.decide', detail('同意或不同意延期')),
      valid('param', which),
      valid('json', extensionDecision),
      async (c) => {
        const assignmentId = c.req.valid('param').id;
        await decideExtension(c.var.ctx, { assignmentId, ...c.req.valid('json') });
        return c.json(await showAssignment(c.var.ctx, assignmentId));
      },
    )
    .post(
      '/:id/undo',
      allow('progress.undo', detail('撤销本人的记录')),
      valid('param', which),
      valid('json', undo),
      async (c) => {
        const assignmentId = c.req.valid('param').id;
        await undoReport(c.var.ctx, { assignmentId, ...c.req.valid('json') });
        return c.json(await showAssignment(c.var.ctx, assignmentId));
      },
    );
