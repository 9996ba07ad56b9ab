/** A check list (检查清单) as it is written, and how its editor is kept from writing one that cannot be used. */
import type { RankingGroup } from '../../../db/vocabulary.ts';

export interface CheckItem {
  text: string;
  /** The section of the plan it comes from, `四(二)1`. */
  section: string | null;
  /** Points it is worth (分值); null where the list goes without. */
  weight: number | null;
}

export interface CheckList {
  title: string;
  /** The units it is for; null for any. */
  group: RankingGroup | null;
  items: readonly CheckItem[];
}

/** So many items are enough for one visit. */
export const MOST_ITEMS = 60;

/** A fault of a list, with the place: `items[2].text`. */
interface Fault {
  path: string;
  message: string;
}

/** What keeps a list from being published: no items, the same item twice, points on some items only. */
export function faultsOf({ items }: CheckList): Fault[] {
  if (items.length === 0) return [{ path: 'items', message: '清单至少要有一项' }];
  const weighed = items.filter(({ weight }) => weight !== null).length;
  const seen = new Set<string>();
  return items.flatMap(({ text, weight }, at) => {
    const faults: Fault[] = [];
    if (seen.has(text)) faults.push({ path: `items[${at}].text`, message: '和前面的一项相同' });
    seen.add(text);
    if (weighed > 0 && weight === null) {
      faults.push({ path: `items[${at}].weight`, message: '其他项有分值，这一项也要有' });
    }
    return faults;
  });
}
