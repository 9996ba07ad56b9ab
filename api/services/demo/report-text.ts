/** How a made-up liaison says it in the group. */
import type { Chance } from '../../../db/demo/random.ts';
import { shortDay } from '../../domain/time/format.ts';
import type { Happening } from './history.ts';

interface Said extends Pick<Happening, 'kind' | 'percent' | 'count' | 'untilOn' | 'reason'> {
  code: string;
  title: string;
}

/** The text of a message that says this. */
export function reportText(
  { kind, percent, count, untilOn, reason, code, title }: Said,
  chance: Chance,
): string {
  switch (kind) {
    case 'submitted':
      return chance.pick([
        `${code} 已完成`,
        `${code}办结了，请核验`,
        `@督办助手 ${code} ${title}已经完成`,
        `各位领导好，${code}全部完成，谢谢`,
      ]);
    case 'reported':
      return count === undefined
        ? chance.pick([`${code}完成${percent}%`, `${code} ${percent}%`, `${code}目前推进到百分之${percent}`])
        : `${code} 目前开展了${count}次`;
    case 'extensionAsked':
      return `${code}申请延期${untilOn ? `到${shortDay(untilOn)}` : ''}，${reason}`;
    case 'evidenceAttached':
      return '[图片]';
    case 'verified':
    case 'returned':
    case 'extensionGranted':
    case 'extensionRefused':
    case 'undone':
      return '';
  }
}
