import { type Context as Call, Hono } from 'hono';
import { z } from 'zod';
import { passwordFault } from '../../domain/people/password.ts';
import { type Action, PERMISSIONS, scopeOf } from '../../domain/permissions.ts';
import { dayOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { findActorOfUser } from '../../services/people/find-actor.ts';
import { countFailure, forgetFailures, refuseLocked } from '../../services/people/sign-in-lock.ts';
import { recordPasswordChange, recordSession } from '../../services/people/sign-in-records.ts';
import { addressOf } from '../address.ts';
import { done, me } from '../answers/session.ts';
import type { Doors } from '../doors.ts';
import { valid } from '../valid.ts';

const credentials = z.object({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) });
const passwords = z.object({
  currentPassword: z.string().min(1).max(200),
  newPassword: z.string().max(200),
});

const tag = '登录';
const ACTIONS = Object.keys(PERMISSIONS) as Action[];

/** Hands the session's cookies to the browser. */
export function setCookies(c: Call, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}

const wrongPassword = () => new Refusal('unauthenticated', 'wrongPassword', '用户名或密码不对');

/** Signing in and out (登录、退出), and changing one's password (修改密码). */
export const authRoutes = ({ open, allow, auth, sessions, system, contextOf }: Doors) =>
  new Hono()
    .post(
      '/sign-in/username',
      open({ tag, summary: '用户名密码登录', answer: done }),
      valid('json', credentials),
      async (c) => {
        const { username, password } = c.req.valid('json');
        const address = addressOf(c);
        await refuseLocked(system, username, address);
        const session = await auth.signIn(username, password);
        const known = session && (await findActorOfUser(system, session.userId));
        if (session === null || known === null) {
          await countFailure(system, username, address);
          throw wrongPassword();
        }
        await forgetFailures(system, username);
        await recordSession(contextOf(known, 'web'), 'signIn');
        setCookies(c, session.cookies);
        return c.json({ ok: true as const });
      },
    )
    .post('/sign-out', allow('self.see', { tag, summary: '退出登录', answer: done }), async (c) => {
      setCookies(c, await auth.signOut(c.req.raw.headers));
      await recordSession(c.var.ctx, 'signOut');
      sessions.forget(c.var.ctx.domainId);
      return c.json({ ok: true as const });
    })
    .post(
      '/change-password',
      allow('self.change', { tag, summary: '修改密码', answer: done }),
      valid('json', passwords),
      async (c) => {
        const { currentPassword, newPassword } = c.req.valid('json');
        const { known, ctx } = c.var;
        // No username has a slash: this is counted apart from sign-in.
        const account = `person/${known.actor.id}`;
        await refuseLocked(system, account, addressOf(c));
        const fault = newPassword === currentPassword ? '新密码不能与原密码相同' : passwordFault(newPassword);
        if (fault !== null) {
          throw new Refusal('invalid', 'weakPassword', fault, [{ path: 'newPassword', message: fault }]);
        }
        const cookies = await auth.changePassword(c.req.raw.headers, currentPassword, newPassword);
        if (cookies === null) {
          await countFailure(system, account, addressOf(c));
          const message = '原密码不对';
          throw new Refusal('invalid', 'wrongPassword', message, [{ path: 'currentPassword', message }]);
        }
        await recordPasswordChange(ctx);
        sessions.forget(ctx.domainId);
        setCookies(c, cookies);
        return c.json({ ok: true as const });
      },
    );

/** Who is signed in (当前登录人), and what they may do. */
export const meRoutes = ({ allow, house }: Doors) =>
  new Hono().get('/', allow('self.see', { tag, summary: '当前登录人', answer: me }), (c) => {
    const { actor, duty, unit, mustChangePassword } = c.var.known;
    return c.json({
      person: { id: actor.id, name: actor.name, role: actor.role, duty, unit },
      demo: house.demo,
      today: dayOf(house.clock()),
      mustChangePassword,
      can: ACTIONS.filter((action) => scopeOf(actor.role, action) !== null),
    });
  });
