/**
 * Composes a bulletin (通报) from the facts of one period as of one instant (time.md, "Bulletins"). Pure: the same
 * facts give the same words for ever.
 */
import Big from 'big.js';
import { shareText } from '../time/format.ts';
import type { Block, BulletinContent, Section } from './content.ts';
import type { Facts } from './facts.ts';
import { generalSituation } from './general.ts';
import { practices, requirements } from './outlook.ts';
import { problems } from './problems.ts';
import { standings } from './standing.ts';
import { issuerOf, periodTitle } from './words.ts';

const ORDINALS = '一二三四五六七八九十';

/** 二、各单位进展 of a special bulletin, in place of the ranking: who had anything to do with it. */
const unitsProgress = ({ units }: Facts): Block[] => [
  {
    kind: 'table',
    caption: '各单位进展',
    columns: [
      { title: '单位', share: 3, align: 'left' },
      { title: '到期', share: 1, align: 'right' },
      { title: '办结', share: 1, align: 'right' },
      { title: '办结率', share: 1.2, align: 'right' },
      { title: '逾期', share: 1, align: 'right' },
    ],
    rows: units.map(({ unit, due, done, overdue }) => [
      unit,
      String(due),
      String(done),
      due === 0 ? '—' : shareText(Big(done).div(due)),
      String(overdue),
    ]),
  },
];

/** What each kind of bulletin is made of, in order. A part that says nothing at all is left out with its heading. */
function partsOf(facts: Facts): readonly (readonly [string, readonly Block[]])[] {
  const special = facts.kind === 'special';
  return [
    ['总体情况', generalSituation(facts)],
    special
      ? ['各单位进展', facts.units.length === 0 ? [] : unitsProgress(facts)]
      : ['排名情况', standings(facts)],
    ['存在问题', problems(facts)],
    // A weekly digest is short: practices and what to do about them wait for the month's bulletin.
    ['先进经验', facts.kind === 'weekly' ? [] : practices(facts)],
    ['下步要求', requirements(facts)],
  ];
}

function titleOf({ kind, period, to, topic, chapter, street }: Facts): string {
  const when = periodTitle(kind, period, to);
  if (kind === 'weekly') return `${street}${topic}周报（${when}）`;
  if (chapter !== null) return `关于${chapter.title}${when}推进情况的专题通报`;
  return `关于${when}${topic}情况的通报`;
}

/** Composes a bulletin (通报) of facts as of one instant; parts with nothing to tell are left out. It has no number yet. */
export function composeBulletin(facts: Facts): BulletinContent {
  const parts = partsOf(facts).filter(([, blocks]) => blocks.length > 0);
  return {
    kind: facts.kind,
    period: facts.period,
    number: null,
    title: titleOf(facts),
    addressees: '各村（社区），街道各部门',
    sections: parts.map(
      ([heading, blocks], at): Section => ({ heading: `${ORDINALS[at] ?? ''}、${heading}`, blocks }),
    ),
    signer: issuerOf(facts.street),
    date: null,
    asOf: facts.asOf,
  };
}
