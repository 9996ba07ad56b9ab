/**
 * The whole HTTP part on one screen: what holds for every request, then the routes. The chain of routes is the
 * contract: the web client is typed by `App`.
 */
import { Hono } from 'hono';
import packageFile from '../../package.json' with { type: 'json' };
import { notFound } from '../errors.ts';
import { type Doors, type House, openDoors } from './doors.ts';
import { createLimit, LIMITS } from './limit.ts';
import type { Live } from './live.ts';
import { docsRoutes, documentOf } from './openapi.ts';
import { answerProblem } from './problems.ts';
import { annualRoutes } from './routes/annual.ts';
import { annualFileRoutes } from './routes/annual-files.ts';
import { bindingRoutes } from './routes/binding.ts';
import { bulletinRoutes } from './routes/bulletins.ts';
import { burdenRoutes } from './routes/burden.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { channelRoutes } from './routes/channels.ts';
import { chatRoutes } from './routes/chat.ts';
import { checkListRoutes } from './routes/check-lists.ts';
import { demoRoutes } from './routes/demo.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { inspectionEvidenceRoutes, inspectionRoutes, problemRoutes } from './routes/inspections.ts';
import { jobRoutes } from './routes/jobs.ts';
import { liveRoutes } from './routes/live.ts';
import { orderEvidenceRoutes, orderRoutes } from './routes/orders.ts';
import { overviewRoutes } from './routes/overview.ts';
import { pasteRoutes } from './routes/paste.ts';
import { phoneRoutes } from './routes/phone.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { practiceRoutes } from './routes/practices.ts';
import { roomRoutes } from './routes/rooms.ts';
import { schemeRoutes } from './routes/schemes.ts';
import { scoreRoutes } from './routes/scores.ts';
import { authRoutes, meRoutes } from './routes/session.ts';
import { systemRoutes } from './routes/system.ts';
import { taskRoutes } from './routes/tasks.ts';
import { unitRoutes } from './routes/units.ts';
import { valueRoutes } from './routes/values.ts';
import { verifyRoutes } from './routes/verify.ts';
import { wordingRoutes } from './routes/wordings.ts';
import { workbookRoutes } from './routes/workbooks.ts';
import { guard, headers } from './security.ts';

const RELEASE = packageFile.version;

function assemble(doors: Doors) {
  const { log, url, clock, limits } = doors.house;
  const routes = new Hono()
    .use(headers(url))
    .use('/api/*', guard(url, createLimit(limits?.address ?? LIMITS.address, clock)))
    .route('/api/auth', authRoutes(doors))
    .route('/api/me', meRoutes(doors))
    .route('/api/demo', demoRoutes(doors))
    .route('/api', bindingRoutes(doors))
    .route('/api/units', unitRoutes(doors))
    .route('/api', overviewRoutes(doors))
    .route('/api/units', scoreRoutes(doors))
    .route('/api/schemes', schemeRoutes(doors))
    .route('/api', workbookRoutes(doors))
    .route('/api/assessment/values', valueRoutes(doors))
    .route('/api/annual', annualRoutes(doors))
    .route('/api/annual-files', annualFileRoutes(doors))
    .route('/api/tasks', taskRoutes(doors))
    .route('/api/evidence', evidenceRoutes(doors))
    .route('/api/pictures', pictureRoutes(doors))
    .route('/api/verify', verifyRoutes(doors))
    .route('/api/orders', orderRoutes(doors))
    .route('/api/order-evidence', orderEvidenceRoutes(doors))
    .route('/api/inspections', inspectionRoutes(doors))
    .route('/api/inspection-lists', checkListRoutes(doors))
    .route('/api/inspection-problems', problemRoutes(doors))
    .route('/api/inspection-evidence', inspectionEvidenceRoutes(doors))
    .route('/api/bulletins', bulletinRoutes(doors))
    .route('/api/practices', practiceRoutes(doors))
    .route('/api/m', phoneRoutes(doors))
    .route('/api/live', liveRoutes(doors))
    .route('/api/channels', channelRoutes(doors))
    .route('/api/chat', chatRoutes(doors))
    .route('/api/burden', burdenRoutes(doors))
    .route('/api/rooms', roomRoutes(doors))
    .route('/api/paste', pasteRoutes(doors))
    .route('/api/wordings', wordingRoutes(doors))
    .route('/api/calendar', calendarRoutes(doors))
    .route('/api/jobs', jobRoutes(doors))
    .route('/api', systemRoutes(doors))
    .route('/api/docs', docsRoutes(doors));
  // Made once, when it is first asked for: the routes do not change while the process lives.
  let document: Promise<string> | undefined;
  const app = routes.get(
    '/api/openapi.json',
    doors.open({ tag: '系统', summary: '接口文档', media: 'application/json' }),
    async (c) => {
      document ??= documentOf(routes, RELEASE);
      return c.body(await document, 200, { 'content-type': 'application/json' });
    },
  );
  app.onError((error, c) => answerProblem(log, error, c));
  app.notFound((c) => answerProblem(log, notFound('页面'), c));
  return app;
}

export type App = ReturnType<typeof assemble>;

/** The HTTP part over a database, and how to close it: open streams end, the database is no longer listened to. */
export async function createApp(house: House): Promise<{ app: App; live: Live; close: () => Promise<void> }> {
  const doors = await openDoors(house, RELEASE);
  return { app: assemble(doors), live: doors.live, close: () => doors.live.close() };
}
