/** The items (责任事项) of a plan: its lowest sections that give somebody something to do, read one by one. */
import { asksForAction, isAim } from './duty.ts';
import type { Deadline, Doubt, Item } from './reading.ts';
import type { PlacedSection } from './sections.ts';
import { planText } from './text.ts';
import { isUnit, withoutPrefix } from './unit-names.ts';
import { deadlinesOf, LONGEST_SECTION, type PlanWords, readWords, type Said } from './words.ts';

export interface ItemsReading {
  items: Item[];
  /** Deadlines that stand outside the items. */
  deadlines: (Deadline & { section: string })[];
  doubts: Doubt[];
}

const names = ({ lead, support, deadlines, recurrences }: Said): boolean =>
  lead.length + support.length + deadlines.length + recurrences.length > 0;

/** What a numbered line says of the task above it: 3.责任分工：…, 4.完成时限：…. */
const WHO_OR_WHEN =
  /^(?:(?:牵头|责任|主责|主办|承办|落实|实施|配合|协办|参与)(?:单位|部门|科室|主体|人|领导)|责任分工|(?:完成|办结|整改|工作)?(?:时限|期限)(?:要求)?|(?:完成|办结)时间)$/u;
const FACET = /^(?:工作|任务|整治|主要|具体|目标)?(?:内容|目标|任务|措施|举措|要求|标准)$/u;

/** Whether the sections inside a section only tell what, who and when of its one task. */
const isTold = ({ children }: PlacedSection): boolean =>
  children.some(({ title }) => WHO_OR_WHEN.test(title)) &&
  children.every(
    ({ title, children: inner }) => inner.length === 0 && (WHO_OR_WHEN.test(title) || FACET.test(title)),
  );

/** Whether a section gives somebody something to do; one that only introduces a task table does not. */
function givesDuty(plan: PlanWords, section: PlacedSection, said: Said, holdsTable: boolean): boolean {
  if (said.lead.length > 0) return true;
  if (holdsTable) return false;
  const words = plan.text.norm.slice(
    section.wordsFrom,
    Math.min(section.to, section.wordsFrom + LONGEST_SECTION),
  );
  return asksForAction(section.title, words, names(said));
}

/** What a section without a lead or deadline of its own takes from the heading above it. */
function inherited(plan: PlanWords, section: PlacedSection): Pick<Said, 'lead' | 'support' | 'deadlines'> {
  const taken: Pick<Said, 'lead' | 'support' | 'deadlines'> = { lead: [], support: [], deadlines: [] };
  for (let above = section.parent; above !== undefined; above = above.parent) {
    const own = { from: above.wordsFrom, to: above.ownTo };
    const line = plan.text.norm.slice(own.from, own.to).split('\n')[0] ?? '';
    const heading = { from: own.from, to: own.from + Math.min(line.length, LONGEST_HEADING) };
    const said = readWords(plan, own);
    if (taken.lead.length === 0) [taken.lead, taken.support] = [said.lead, said.support];
    if (taken.deadlines.length === 0) taken.deadlines = deadlinesOf(plan, heading).deadlines;
  }
  return taken;
}

const LONGEST_HEADING = 80;

const whyNobody = (title: string): string =>
  isUnit(withoutPrefix(planText(title).norm))
    ? '以单位名称为题，没有写明是不是牵头单位'
    : '没有写明牵头单位或责任单位';

function itemOf(plan: PlanWords, section: PlacedSection, said: Said): Item {
  const above = inherited(plan, section);
  const own = said.lead.length > 0;
  return {
    section: section.number,
    title: section.title,
    lead: own ? said.lead : above.lead,
    support: own || said.support.length > 0 ? said.support : above.support,
    deadlines: said.deadlines.length > 0 ? said.deadlines : above.deadlines,
    recurrences: said.recurrences,
    quote: said.quote,
  };
}

/** Reads the items of the sections. `taskTablesAt`: where task tables stand in the even text. */
export function itemsOf(
  plan: PlanWords,
  sections: readonly PlacedSection[],
  taskTablesAt: readonly number[],
): ItemsReading {
  const reading: ItemsReading = { items: [], deadlines: [], doubts: [] };

  /** Reads a section and those inside it; whether it held an item. */
  const read = (section: PlacedSection): boolean => {
    if (isAim(section.title, section.children.length > 0)) {
      outside(section, section.to);
      return false;
    }
    if (!isTold(section) && section.children.map(read).some((held) => held)) {
      outside(section, section.ownTo);
      return true;
    }
    const said = readWords(plan, { from: section.wordsFrom, to: section.to });
    const holdsTable = taskTablesAt.some((at) => at > section.from && at <= section.to);
    if (!givesDuty(plan, section, said, holdsTable)) {
      outside(section, section.to);
      return false;
    }
    add(section, said);
    return true;
  };

  const outside = ({ number, wordsFrom }: PlacedSection, to: number) => {
    for (const deadline of deadlinesOf(plan, { from: wordsFrom, to }).deadlines) {
      reading.deadlines.push({ section: number, ...deadline });
    }
  };

  const add = (section: PlacedSection, said: Said) => {
    const item = itemOf(plan, section, said);
    const doubt = (each: { text: string; why: string }) =>
      reading.doubts.push({ section: section.number, ...each });
    reading.items.push(item);
    if (item.lead.length === 0) doubt({ text: item.title, why: whyNobody(item.title) });
    for (const each of said.unread) doubt(each);
    if (section.to - section.wordsFrom > LONGEST_SECTION) {
      doubt({ text: item.title, why: `这一条太长，只读了前${LONGEST_SECTION}个字` });
    }
  };

  for (const section of sections) if (section.parent === undefined) read(section);
  return reading;
}
