import { Hono } from 'hono';
import { z } from 'zod';
import { BULLETIN_KINDS, BULLETIN_STATES, type BulletinId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import {
  rewordBulletin,
  sendBackBulletin,
  signBulletin,
  submitBulletin,
} from '../../services/bulletins/decide-bulletin.ts';
import { draftBulletin, renewBulletin } from '../../services/bulletins/draft-bulletin.ts';
import { issueBulletin, withdrawBulletin } from '../../services/bulletins/issue-bulletin.ts';
import { pushBulletin } from '../../services/bulletins/push-bulletin.ts';
import {
  type BulletinFile,
  bulletinPictureFile,
  bulletinWordFile,
  listBulletins,
  sectionsOfYear,
  showBulletin,
} from '../../services/bulletins/read-bulletins.ts';
import { bulletinDetail, bulletinList, drafted } from '../answers/bulletins.ts';
import type { Doors } from '../doors.ts';
import { id, idInBody, valid } from '../valid.ts';

const which = valid('param', z.object({ id: id<'bulletin'>() }));
const filter = z.object({
  year: z.coerce.number<string>().int().min(2000).max(2099).optional(),
  kind: z.enum(BULLETIN_KINDS).optional(),
  state: z.enum(BULLETIN_STATES).optional(),
});
const wanted = z.object({
  kind: z.enum(BULLETIN_KINDS),
  period: z.string().max(10),
  chapter: z.string().max(20).default(''),
});
const version = z.int();
const held = z.object({ version });
const place = z.int().min(0).max(200);
const rewording = held.extend({
  edits: z
    .array(
      z.object({
        section: place,
        block: place,
        pieces: z
          .array(z.object({ kind: z.enum(['text', 'figure', 'name']), text: z.string().max(2000) }))
          .max(200),
      }),
    )
    .min(1)
    .max(100),
});
const renewal = held.extend({ practiceIds: z.array(idInBody<'practice'>()).max(20).exactOptional() });
const reasoned = held.extend({ reason: z.string().max(500) });
const issue = held.extend({ push: z.boolean().default(true) });

const tag = '通报';
const detail = (summary: string) => ({ tag, summary, answer: bulletinDetail });
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const headersOf = ({ name }: BulletinFile, type: string, disposition: 'inline' | 'attachment') => ({
  'content-type': type,
  'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cache-control': 'private, no-cache',
});

/** 通报: drafted, worded, signed, issued, sent out, withdrawn. */
export function bulletinRoutes({ allow, house }: Doors) {
  const link = (bulletinId: BulletinId) => `${house.url}/bulletins/${bulletinId}`;
  const shown = async (ctx: Context, bulletinId: BulletinId, done: Promise<void>) => {
    await done;
    return showBulletin(ctx, bulletinId);
  };
  return new Hono()
    .get(
      '/',
      allow('bulletin.see', { tag, summary: '通报列表', answer: bulletinList }),
      valid('query', filter),
      async (c) =>
        c.json({
          rows: await listBulletins(c.var.ctx, c.req.valid('query')),
          sections: await sectionsOfYear(c.var.ctx),
        }),
    )
    .post(
      '/',
      allow('bulletin.edit', { tag, summary: '起草通报', answer: drafted }),
      valid('json', wanted),
      async (c) => c.json({ id: await draftBulletin(c.var.ctx, c.req.valid('json')) }),
    )
    .get('/:id', allow('bulletin.see', detail('一份通报')), which, async (c) =>
      c.json(await showBulletin(c.var.ctx, c.req.valid('param').id)),
    )
    .get(
      '/:id/word',
      allow('bulletin.see', { tag, summary: '下载 Word 文件', media: WORD }),
      which,
      async (c) => {
        const file = await bulletinWordFile(c.var.ctx, c.req.valid('param').id);
        return c.body(new Uint8Array(file.bytes), 200, headersOf(file, WORD, 'attachment'));
      },
    )
    .get(
      '/:id/picture',
      allow('bulletin.see', { tag, summary: '通报图片', media: 'image/png' }),
      which,
      async (c) => {
        const file = await bulletinPictureFile(c.var.ctx, c.req.valid('param').id);
        return c.body(new Uint8Array(file.bytes), 200, headersOf(file, 'image/png', 'inline'));
      },
    )
    .post(
      '/:id/wording',
      allow('bulletin.edit', detail('修改文字')),
      which,
      valid('json', rewording),
      async (c) => {
        const { id: of } = c.req.valid('param');
        const { ctx } = c.var;
        return c.json(await shown(ctx, of, rewordBulletin(ctx, { id: of, ...c.req.valid('json') })));
      },
    )
    .post(
      '/:id/renewal',
      allow('bulletin.edit', detail('重新取数、选用经验')),
      which,
      valid('json', renewal),
      async (c) => {
        const { id: of } = c.req.valid('param');
        const { ctx } = c.var;
        return c.json(await shown(ctx, of, renewBulletin(ctx, { id: of, ...c.req.valid('json') })));
      },
    )
    .post(
      '/:id/submission',
      allow('bulletin.edit', detail('报签')),
      which,
      valid('json', held),
      async (c) => {
        const { id: of } = c.req.valid('param');
        const { ctx } = c.var;
        return c.json(await shown(ctx, of, submitBulletin(ctx, { id: of, ...c.req.valid('json') })));
      },
    )
    .post('/:id/signature', allow('bulletin.sign', detail('签发')), which, valid('json', held), async (c) => {
      const { id: of } = c.req.valid('param');
      const { ctx } = c.var;
      return c.json(await shown(ctx, of, signBulletin(ctx, { id: of, ...c.req.valid('json') })));
    })
    .post(
      '/:id/return',
      allow('bulletin.sign', detail('退回修改')),
      which,
      valid('json', reasoned),
      async (c) => {
        const { id: of } = c.req.valid('param');
        const { ctx } = c.var;
        return c.json(await shown(ctx, of, sendBackBulletin(ctx, { id: of, ...c.req.valid('json') })));
      },
    )
    .post('/:id/issue', allow('bulletin.issue', detail('印发')), which, valid('json', issue), async (c) => {
      const { id: of } = c.req.valid('param');
      const { push, ...asked } = c.req.valid('json');
      const { ctx } = c.var;
      return c.json(await shown(ctx, of, issueBulletin(ctx, { id: of, ...asked }, push ? link : null)));
    })
    .post(
      '/:id/push',
      allow('bulletin.issue', detail('推送到工作群')),
      which,
      valid('json', held),
      async (c) => {
        const { id: of } = c.req.valid('param');
        const { ctx } = c.var;
        return c.json(await shown(ctx, of, pushBulletin(ctx, { id: of, ...c.req.valid('json') }, link)));
      },
    )
    .post(
      '/:id/withdrawal',
      allow('bulletin.withdraw', detail('撤回')),
      which,
      valid('json', reasoned),
      async (c) => {
        const { id: of } = c.req.valid('param');
        const { ctx } = c.var;
        return c.json(await shown(ctx, of, withdrawBulletin(ctx, { id: of, ...c.req.valid('json') })));
      },
    );
}
