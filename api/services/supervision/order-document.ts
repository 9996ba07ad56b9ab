import type { OrderId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { itemText, orderClosing, orderOpening, orderTitle } from '../../domain/supervision/words.ts';
import { dayOf } from '../../domain/time/day.ts';
import { lateText, longDay } from '../../domain/time/format.ts';
import { Refusal } from '../../errors.ts';
import { streetOf } from './order-state.ts';
import { showOrder } from './show-order.ts';

const COLUMNS = [
  { title: '序号', share: 1, align: 'center' },
  { title: '任务', share: 5.4, align: 'left' },
  { title: '到期日', share: 3.2, align: 'center' },
  { title: '下发时情况', share: 3, align: 'center' },
] as const;

/**
 * A supervision order as a Word file in the layout of GB/T 9704-2012 (督办单). Throws `forbidden`, `notFound`, and
 * `conflict` where it is a draft still and has no number.
 */
export async function orderDocument(ctx: Context, id: OrderId): Promise<{ name: string; bytes: Buffer }> {
  const { order } = await showOrder(ctx, id);
  const { number, answerBy, servedAt } = order;
  if (number === null || answerBy === null || servedAt === null) {
    throw new Refusal('conflict', 'draft', '督办单下发后才有编号，才能打印');
  }
  const street = await ctx.read((db) => streetOf({ db, domainId: ctx.domainId }));
  const { writeOfficialDocument } = await import('../../documents/word/official-document.ts');
  const bytes = await writeOfficialDocument({
    head: { authority: `${street}政法委督办单`, number },
    title: orderTitle(order.unit.name),
    addressees: order.unit.name,
    parts: [
      { kind: 'paragraph', text: order.reason ?? orderOpening(order.items.length) },
      { kind: 'heading', level: 1, text: '一、督办事项' },
      ...(order.subject === null ? [] : [{ kind: 'paragraph', text: order.subject } as const]),
      ...(order.items.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: '督办事项清单',
              columns: COLUMNS,
              rows: order.items.map((item, index) => [
                String(index + 1),
                itemText(item),
                longDay(item.dueOn),
                lateText(item.workingDaysLate),
              ]),
            } as const,
          ]),
      { kind: 'heading', level: 1, text: '二、整改要求' },
      { kind: 'paragraph', text: order.demand },
      { kind: 'paragraph', text: orderClosing(answerBy) },
    ],
    signature: { name: `${street}政法委`, date: longDay(dayOf(new Date(servedAt))), sealed: true },
    colophon: null,
  });
  return { name: `${number}（${order.unit.name}）.docx`, bytes };
}
