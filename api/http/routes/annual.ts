import { z } from 'zod';
import {
  ANNUAL_FILE_USES,
  ANNUAL_KINDS,
  ANNUAL_STEPS,
  CLAIM_VERDICTS,
  OBJECTION_VERDICTS,
} from '../../../db/vocabulary.ts';
import { advanceAnnual } from '../../services/annual/advance.ts';
import { addAnnualFile } from '../../services/annual/annual-files.ts';
import { decideClaim } from '../../services/annual/decide-claim.ts';
import { giveMark, handInMarks, openMarks } from '../../services/annual/mark.ts';
import { answerObjection, raiseObjection } from '../../services/annual/object.ts';
import { openAnnual } from '../../services/annual/open-annual.ts';
import { overrideValue } from '../../services/annual/override.ts';
import { saveDraft } from '../../services/annual/self-draft.ts';
import { showAnnual } from '../../services/annual/show-annual.ts';
import { showSelf } from '../../services/annual/show-self.ts';
import { askReopening, decideReopening, signAnnual } from '../../services/annual/sign.ts';
import { submitSelf } from '../../services/annual/submit-self.ts';
import { annualOpened, annualPage, draftSaved, fileAdded, selfPage } from '../answers/annual.ts';
import type { Doors } from '../doors.ts';
import { id, idInBody, valid } from '../valid.ts';
import { annualReads } from './annual-reads.ts';

const which = z.object({ id: id<'annual'>() });
const code = z.string().min(1).max(40);
const reason = z.string().trim().min(1, '请写明理由').max(500);

const finite = z.number().min(-1e12).max(1e12);
const entered = z.union([
  z.object({ value: z.union([finite, z.boolean()]) }),
  z.object({ notApplicable: z.literal(true) }),
]);

const opening = z.object({ year: z.int().min(2000).max(2099), kind: z.enum(ANNUAL_KINDS) });
const unitInBody = { unitId: idInBody<'unit'>() };
const draft = z.object({
  ...unitInBody,
  version: z.int().min(0),
  lines: z.record(
    code,
    z.object({
      value: entered.nullable().exactOptional(),
      note: z.string().max(1000).exactOptional(),
    }),
  ),
});
const verdict = z.object({
  claimId: idInBody<'claim'>(),
  verdict: z.enum(CLAIM_VERDICTS),
  reason: z.string().trim().max(500).exactOptional(),
});
const mark = z.object({ ...unitInBody, indicator: code, mark: finite.multipleOf(0.01, '最多两位小数') });
const override = z.object({
  ...unitInBody,
  indicator: code,
  value: entered.nullable(),
  reason,
  fileId: idInBody<'annualFile'>().exactOptional(),
});
const objection = z.object({
  ...unitInBody,
  indicator: code,
  text: z.string().trim().min(1, '请写明异议').max(1000),
});
const objectionAnswer = z.object({
  objectionId: idInBody<'objection'>(),
  verdict: z.enum(OBJECTION_VERDICTS),
  reason,
  value: entered.exactOptional(),
});
const upload = z.object({
  unit: id<'unit'>(),
  indicator: code,
  use: z.enum(ANNUAL_FILE_USES),
  file: z.file('请选择一个文件'),
});
const reopening = z.object({ granted: z.boolean(), reason: z.string().trim().max(500).exactOptional() });

const tag = '年度考核';
const page = (summary: string) => ({ tag, summary, answer: annualPage });

/** 年度考核: what is done with it; each answers where it stands then. */
export const annualRoutes = (doors: Doors) => {
  const { allow } = doors;
  return annualReads(doors)
    .post(
      '/',
      allow('annual.open', { tag, summary: '启动年度考核或试评', answer: annualOpened }),
      valid('json', opening),
      async (c) => c.json({ id: await openAnnual(c.var.ctx, c.req.valid('json')) }),
    )
    .post(
      '/:id/draft',
      allow('annual.claim', { tag, summary: '保存自评草稿', answer: draftSaved }),
      valid('param', which),
      valid('json', draft),
      async (c) => {
        const annualId = c.req.valid('param').id;
        return c.json({ version: await saveDraft(c.var.ctx, { annualId, ...c.req.valid('json') }) });
      },
    )
    .post(
      '/:id/submission',
      allow('annual.claim', { tag, summary: '提交自评', answer: selfPage }),
      valid('param', which),
      valid('json', z.object(unitInBody)),
      async (c) => {
        const annualId = c.req.valid('param').id;
        const { unitId } = c.req.valid('json');
        await submitSelf(c.var.ctx, { annualId, unitId });
        return c.json(await showSelf(c.var.ctx, { id: annualId, unitId }));
      },
    )
    .post(
      '/:id/files',
      allow('annual.evidence', { tag, summary: '上传考核材料', answer: fileAdded }),
      valid('param', which),
      valid('form', upload),
      async (c) => {
        const annualId = c.req.valid('param').id;
        const { file, unit: unitId, indicator, use } = c.req.valid('form');
        const sent = { annualId, unitId, indicator, use, name: file.name, bytes: await file.bytes() };
        return c.json({ id: await addAnnualFile(c.var.ctx, sent) });
      },
    )
    .post(
      '/:id/verdicts',
      allow('annual.verify', page('确认或退回填报值')),
      valid('param', which),
      valid('json', verdict),
      async (c) => {
        const annualId = c.req.valid('param').id;
        await decideClaim(c.var.ctx, { annualId, ...c.req.valid('json') });
        return c.json(await showAnnual(c.var.ctx, annualId));
      },
    )
    .post(
      '/:id/marks',
      allow('annual.mark', page('评分')),
      valid('param', which),
      valid('json', mark),
      async (c) => {
        const annualId = c.req.valid('param').id;
        await giveMark(c.var.ctx, { annualId, ...c.req.valid('json') });
        return c.json(await showAnnual(c.var.ctx, annualId));
      },
    )
    .post('/:id/hand-in', allow('annual.mark', page('评分交卷')), valid('param', which), async (c) => {
      const annualId = c.req.valid('param').id;
      await handInMarks(c.var.ctx, annualId);
      return c.json(await showAnnual(c.var.ctx, annualId));
    })
    .post('/:id/open-marks', allow('annual.advance', page('公开评分')), valid('param', which), async (c) => {
      const annualId = c.req.valid('param').id;
      await openMarks(c.var.ctx, annualId);
      return c.json(await showAnnual(c.var.ctx, annualId));
    })
    .post(
      '/:id/overrides',
      allow('annual.override', page('调整指标值')),
      valid('param', which),
      valid('json', override),
      async (c) => {
        const annualId = c.req.valid('param').id;
        await overrideValue(c.var.ctx, { annualId, ...c.req.valid('json') });
        return c.json(await showAnnual(c.var.ctx, annualId));
      },
    )
    .post(
      '/:id/step',
      allow('annual.advance', page('转入下一步')),
      valid('param', which),
      valid('json', z.object({ from: z.enum(ANNUAL_STEPS) })),
      async (c) => {
        const annualId = c.req.valid('param').id;
        await advanceAnnual(c.var.ctx, { annualId, ...c.req.valid('json') });
        return c.json(await showAnnual(c.var.ctx, annualId));
      },
    )
    .post(
      '/:id/objections',
      allow('annual.object', page('提出异议')),
      valid('param', which),
      valid('json', objection),
      async (c) => {
        const annualId = c.req.valid('param').id;
        await raiseObjection(c.var.ctx, { annualId, ...c.req.valid('json') });
        return c.json(await showAnnual(c.var.ctx, annualId));
      },
    )
    .post(
      '/:id/answers',
      allow('annual.answer', page('答复异议')),
      valid('param', which),
      valid('json', objectionAnswer),
      async (c) => {
        const annualId = c.req.valid('param').id;
        await answerObjection(c.var.ctx, { annualId, ...c.req.valid('json') });
        return c.json(await showAnnual(c.var.ctx, annualId));
      },
    )
    .post(
      '/:id/signature',
      allow('annual.sign', page('签署定档')),
      valid('param', which),
      valid('json', z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/, '要是定档内容的摘要') })),
      async (c) => {
        const annualId = c.req.valid('param').id;
        await signAnnual(c.var.ctx, { annualId, ...c.req.valid('json') });
        return c.json(await showAnnual(c.var.ctx, annualId));
      },
    )
    .post(
      '/:id/reopening',
      allow('annual.reopen.ask', page('申请重开')),
      valid('param', which),
      valid('json', z.object({ reason })),
      async (c) => {
        const annualId = c.req.valid('param').id;
        await askReopening(c.var.ctx, { annualId, ...c.req.valid('json') });
        return c.json(await showAnnual(c.var.ctx, annualId));
      },
    )
    .post(
      '/:id/reopening-decision',
      allow('annual.reopen.decide', page('同意或不同意重开')),
      valid('param', which),
      valid('json', reopening),
      async (c) => {
        const annualId = c.req.valid('param').id;
        await decideReopening(c.var.ctx, { annualId, ...c.req.valid('json') });
        return c.json(await showAnnual(c.var.ctx, annualId));
      },
    );
};
