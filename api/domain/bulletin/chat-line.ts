import type { BulletinContent } from './content.ts';

/** What goes out to a group beside a bulletin's picture: 【示例街道督办〔2026〕5号】关于……的通报 and where to read it. */
export const chatLine = ({ title, number }: BulletinContent, link: string): string =>
  `${number === null ? '' : `【${number}】`}${title}\n${link}`;
