/** 二、排名情况: each group's ranking, and what is to be said of its head and its foot. */
import Big from 'big.js';
import { pointsText } from '../time/format.ts';
import type { Block, RankingRow, Span } from './content.ts';
import type { Facts, RankedGroup, RankedUnit } from './facts.ts';
import { figure, name, names, paragraph, say } from './say.ts';
import { periodWords } from './words.ts';

type Ranked = RankedUnit & { rank: number; total: number };

const isRanked = (row: RankedUnit): row is Ranked => row.rank !== null && row.total !== null;

/** Fewer units than this have no foot worth naming. */
const WORTH_NAMING = 3;
/** A rise of fewer places is not told. */
const WORTH_TELLING = 2;

const changeOf = ({ rank, previousRank }: RankedUnit): number | null =>
  rank === null || previousRank === null ? null : previousRank - rank;

const rowOf = (row: RankedUnit): RankingRow => ({
  unit: row.unit,
  rank: row.rank,
  score: row.total === null ? null : pointsText(row.total),
  grade: row.grade,
  change: changeOf(row),
});

/** Who leads: alone or together, as before or newly. */
function head(key: string, ranked: readonly Ranked[], compared: boolean, lastPeriod: Span): Span[] {
  const leaders = ranked.filter(({ rank }) => rank === 1);
  const [first] = leaders;
  if (first === undefined) return [];
  const score = figure(`${key}.first`, pointsText(first.total));
  if (leaders.length === ranked.length && leaders.length > 1) {
    return say`参加排名的${figure(`${key}.ranked`, ranked.length)}个单位得分相同，均为${score}分`;
  }
  if (leaders.length > 1) return say`${names(leaders.map(({ unit }) => unit))}并列第一，得分${score}分`;
  const leads = say`${name(first.unit)}得分${score}分，排名第一`;
  if (!compared) return leads;
  if (first.previousRank === null) return say`${leads}，系首次参加排名`;
  if (first.previousRank === 1) return say`${leads}，继续保持领先`;
  return say`${leads}，由${lastPeriod}的第${figure(`${key}.from`, first.previousRank)}名升至首位`;
}

/** Who rose most, unless that is the head just named. */
function climber(key: string, ranked: readonly Ranked[]): Span[] {
  const rises = ranked.filter(({ rank }) => rank > 1).map((row) => ({ row, places: changeOf(row) ?? 0 }));
  const most = Math.max(0, ...rises.map(({ places }) => places));
  const best = rises.filter(({ places }) => places === most);
  const [only] = best;
  if (most < WORTH_TELLING || only === undefined || best.length > 1) return [];
  return say`；${name(only.row.unit)}上升${figure(`${key}.rise`, most)}个名次，进步明显`;
}

/** Who stands last: only where somebody does, and only among units that had something due. */
function foot(key: string, ranked: readonly Ranked[]): Span[] {
  const lowest = Math.max(...ranked.map(({ rank }) => rank));
  const last = ranked.filter(({ rank }) => rank === lowest);
  const [first] = last;
  if (first === undefined || lowest === 1 || ranked.length < WORTH_NAMING) return [];
  const score = figure(`${key}.last`, pointsText(first.total));
  return last.length === 1
    ? say`；${name(first.unit)}得分${score}分，排名靠后`
    : say`；${names(last.map(({ unit }) => unit))}得分均为${score}分，排名靠后`;
}

function average(key: string, ranked: readonly Ranked[]): Span[] {
  if (ranked.length < 2) return [];
  const sum = ranked.reduce((all, { total }) => all.plus(total), Big(0));
  return say`平均得分${figure(`${key}.average`, pointsText(sum.div(ranked.length)))}分。`;
}

/** Those without anything due are named for what they are: not ranked. */
const unranked = (rows: readonly RankedUnit[]): Span[] => {
  const left = rows.filter((row) => !isRanked(row));
  return left.length === 0
    ? []
    : say`${names(left.map(({ unit }) => unit))}暂无到期考核事项，不参加本期排名。`;
};

function ofGroup({ group, name: title, rows }: RankedGroup, facts: Facts): Block[] {
  const ranked = rows.filter(isRanked);
  const called: Span = { kind: 'text', text: title };
  if (ranked.length === 0) return [paragraph(say`${called}暂无到期考核事项，本期不作排名。`)];
  const compared = ranked.some(({ previousRank }) => previousRank !== null);
  const { lastPeriod } = periodWords(facts);
  const told = [
    ...head(group, ranked, compared, { kind: 'text', text: lastPeriod }),
    ...climber(group, ranked),
    ...foot(group, ranked),
  ];
  const sentences = say`${called}排名中，${told}。`;
  return [
    paragraph(sentences, average(group, ranked), unranked(rows)),
    { kind: 'ranking', caption: `${title}排名`, rows: rows.map(rowOf) },
  ];
}

/** 排名情况: each group's ranking in words and as a table. */
export function standings(facts: Facts): Block[] {
  if (facts.groups.length === 0) return [paragraph(say`本年度尚未发布考核方案，本期不作排名。`)];
  return facts.groups.flatMap((group) => ofGroup(group, facts));
}
