/** The way of a draft to its signature: worded, submitted, signed or sent back. */
import type { BulletinId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { type Edit, reword, type WordingFault } from '../../domain/bulletin/wording.ts';
import { maskPersonalData } from '../../domain/masking.ts';
import { Refusal } from '../../errors.ts';
import { changeBulletin, holdBulletin } from './bulletin-row.ts';

export interface Held {
  id: BulletinId;
  version: number;
}

const FAULTS: Readonly<Record<WordingFault, string>> = {
  noParagraph: '这里不是可以修改的文字',
  figuresChanged: '数据和名称来自系统，不能删改',
  figureTyped: '数字只能由系统填入，请不要手工填写',
  empty: '请保留文字',
};

/** A reason in words, personal data struck out. Throws `invalid` where there is none. */
export function reasonOf(reason: string, message: string): string {
  const said = maskPersonalData(reason.trim()).text;
  if (said !== '') return said;
  throw new Refusal('invalid', 'reasonMissing', message, [{ path: 'reason', message }]);
}

/** Changes the wording (修改文字). Throws `invalid` where a figure would be dropped, altered or typed. */
export async function rewordBulletin(
  ctx: Context,
  { edits, ...which }: Held & { edits: readonly Edit[] },
): Promise<void> {
  permit(ctx, 'bulletin.edit');
  await ctx.transaction(async (tx) => {
    const held = await holdBulletin(tx, which, ['draft'], (begun) => {
      const own = reword(begun, edits);
      return own.ok ? own.content : begun;
    });
    const edited = reword(held.content, edits);
    if (!edited.ok) {
      const fault = { path: `edits[${edited.at}]`, message: FAULTS[edited.fault] };
      throw new Refusal('invalid', edited.fault, fault.message, [fault]);
    }
    await changeBulletin(tx, held, { action: 'reword', set: { content: edited.content } });
  });
}

/** Submits a draft to be signed (报签). */
export async function submitBulletin(ctx: Context, which: Held): Promise<void> {
  permit(ctx, 'bulletin.edit');
  await ctx.transaction(async (tx) => {
    const held = await holdBulletin(tx, which, ['draft']);
    const set = { state: 'submitted', submittedAt: tx.clock(), sentBack: null } as const;
    await changeBulletin(tx, held, { action: 'submit', set });
  });
}

/** A leader signs it (签发). */
export async function signBulletin(ctx: Context, which: Held): Promise<void> {
  permit(ctx, 'bulletin.sign');
  await ctx.transaction(async (tx) => {
    const held = await holdBulletin(tx, which, ['submitted']);
    const set = { state: 'signed', signedAt: tx.clock(), signedBy: personOf(tx) } as const;
    await changeBulletin(tx, held, { action: 'sign', set });
  });
}

/** A leader sends it back with a reason (退回修改): it is a draft again, and its signature, if any, is void. */
export async function sendBackBulletin(
  ctx: Context,
  { reason, ...which }: Held & { reason: string },
): Promise<void> {
  permit(ctx, 'bulletin.sign');
  const why = reasonOf(reason, '请写明退回的原因');
  await ctx.transaction(async (tx) => {
    const held = await holdBulletin(tx, which, ['submitted', 'signed']);
    const set = { state: 'draft', sentBack: why, submittedAt: null, signedAt: null, signedBy: null } as const;
    await changeBulletin(tx, held, { action: 'sendBack', reason: why, set });
  });
}
