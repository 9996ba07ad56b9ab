import { Hono, type MiddlewareHandler } from 'hono';
import type { AssignmentId } from '../../../db/vocabulary.ts';
import { openPhoneLink } from '../../services/people/phone-link.ts';
import { reportProgress } from '../../services/progress/report-progress.ts';
import { uploadEvidence } from '../../services/progress/upload-evidence.ts';
import { showAssignment } from '../../services/tasks/show-assignment.ts';
import { phonePage } from '../answers/tasks.ts';
import type { Doors, SignedIn } from '../doors.ts';
import { report, upload } from '../inputs.ts';
import { valid } from '../valid.ts';

interface ByLink {
  Variables: SignedIn['Variables'] & { assignmentId: AssignmentId };
}

const described = (summary: string) => ({ tag: '手机页', summary, answer: phonePage });

/** The phone page (手机页): whoever holds the link acts as its person, on its one assignment. */
export const phoneRoutes = ({ open, system, contextOf, house }: Doors) => {
  const byLink: MiddlewareHandler<ByLink> = async (c, next) => {
    const { known, assignmentId } = await openPhoneLink(system, house.secret, c.req.param('token') ?? '');
    c.set('known', known);
    c.set('assignmentId', assignmentId);
    c.set('ctx', contextOf(known, 'phone'));
    await next();
  };
  const page = async ({ ctx, known, assignmentId }: ByLink['Variables']) => ({
    ...(await showAssignment(ctx, assignmentId)),
    person: { name: known.actor.name, unit: known.unit.name },
  });
  return new Hono()
    .get('/:token', open(described('链接所指的交办')), byLink, async (c) => c.json(await page(c.var)))
    .post(
      '/:token/reports',
      open(described('在手机上报进度、报结')),
      byLink,
      valid('json', report),
      async (c) => {
        const { ctx, assignmentId } = c.var;
        await reportProgress(ctx, { assignmentId, ...c.req.valid('json') });
        return c.json(await page(c.var));
      },
    )
    .post(
      '/:token/evidence',
      open(described('在手机上附证明材料')),
      byLink,
      valid('form', upload),
      async (c) => {
        const { ctx, assignmentId } = c.var;
        const { file } = c.req.valid('form');
        await uploadEvidence(ctx, { assignmentId, name: file.name, bytes: await file.bytes() });
        return c.json(await page(c.var));
      },
    );
};
