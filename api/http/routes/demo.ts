import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { notFound, Refusal } from '../../errors.ts';
import { demoUserOf, listDemoPeople } from '../../services/people/demo-people.ts';
import { isLocal } from '../address.ts';
import { demoPeople, done } from '../answers/session.ts';
import type { Doors } from '../doors.ts';
import { idInBody, valid } from '../valid.ts';
import { setCookies } from './session.ts';

const choice = z.object({ personId: idInBody<'person'>() });
const tag = '演示';

/** One-click sign-in of the demo (演示登录): not there unless in demo mode, and for this machine alone. */
export const demoRoutes = ({ open, auth, system, house }: Doors) => {
  const here: MiddlewareHandler = async (c, next) => {
    if (!house.demo) throw notFound('页面');
    if (!isLocal(c)) throw new Refusal('forbidden', 'notLocal', '演示登录只能在本机使用');
    await next();
  };
  return new Hono()
    .get('/people', open({ tag, summary: '演示人员', answer: demoPeople }), here, async (c) =>
      c.json({ people: await listDemoPeople(system) }),
    )
    .post(
      '/sign-in',
      open({ tag, summary: '一键登录', answer: done }),
      here,
      valid('json', choice),
      async (c) => {
        const userId = await demoUserOf(system, c.req.valid('json').personId);
        const session = await auth.openSession(userId);
        setCookies(c, session.cookies);
        return c.json({ ok: true as const });
      },
    );
};
