/** A bulletin in a chat: its text, and the one line that goes out beside its picture. */
import { type BulletinContent, plainText } from './content.ts';

/** The text without its tables, which the picture shows. */
export function chatText({ title, number, sections }: BulletinContent): string {
  const head = number === null ? title : `${title}（${number}）`;
  const parts = sections.flatMap(({ heading, blocks }) => {
    const told = blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.spans)] : []));
    return told.length === 0 ? [] : [heading, ...told];
  });
  return [head, ...parts].join('\n');
}

/** 【示例街道督办〔2026〕5号】关于……的通报 and where to read it. */
export const chatLine = ({ title, number }: BulletinContent, link: string): string =>
  `${number === null ? '' : `【${number}】`}${title}\n${link}`;
