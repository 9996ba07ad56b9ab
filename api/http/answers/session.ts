/** What is answered about who is signed in. */
import { z } from 'zod';
import { DUTIES, ROLES, UNIT_KINDS } from '../../../db/vocabulary.ts';
import { PERMISSIONS } from '../../domain/permissions.ts';
import { calendarDay, instant, number, text } from './parts.ts';

export const me = z
  .object({
    person: z.object({
      id: number,
      name: text,
      role: z.enum(ROLES),
      duty: z.enum(DUTIES),
      unit: z.object({ id: number, name: text, kind: z.enum(UNIT_KINDS) }),
    }),
    demo: z.boolean(),
    today: calendarDay,
    mustChangePassword: z.boolean(),
    can: z.array(z.string()).describe(`权限：${Object.keys(PERMISSIONS).join('、')}`),
  })
  .meta({ id: 'Me', description: '当前登录人' });

export const done = z.object({ ok: z.literal(true) }).meta({ id: 'Done' });

export const demoPeople = z
  .object({
    people: z.array(
      z.object({ id: number, name: text, role: z.enum(ROLES), duty: z.enum(DUTIES), unit: text }),
    ),
  })
  .meta({ id: 'DemoPeople', description: '演示人员' });

export const bindingCode = z
  .object({ code: text.describe('六位数字'), expiresAt: instant })
  .meta({ id: 'BindingCode', description: '绑定码' });
