/** Why a line has the points it has (得分说明), in Chinese, with the figures. */
import { countOf, marksOf, numberOf, type Value, yesOf } from '../data.ts';
import type { WorkingLine } from '../line.ts';
import { standingOf } from '../points.ts';
import type { Role, Scheme } from '../scheme.ts';
import { whyBonus, whyDeduct, whyJudged, whyMet, whyPenalty, whyVeto } from './counted.ts';
import { number, stated } from './figures.ts';
import { whyBands, whyCurve, whyLinear } from './measured.ts';
import { whyRank } from './ranked.ts';
import { figure, type Scale, scaleOf } from './scale.ts';
import { whyShortfall, whySurplus } from './stepped.ts';

/** The explanation of a line: by its state, and of a scored line by its method. */
export function whyOf(line: WorkingLine, scheme: Scheme): string {
  const { state, role, value, indicator } = line;
  const weighted = role === 'weighted';
  switch (state) {
    case 'scored':
      return value === undefined ? '' : whyScored(line, value, scheme);
    case 'missing':
      return `${whyMissing(value, scheme)}，${effectOfMissing(role, indicator.weight)}`;
    case 'notDue':
      return `${value?.dueOn}到期，截至${scheme.asOf}尚未到期，${weighted ? '暂不计入，其余指标按比例折算' : '暂不计入'}`;
    case 'notApplicable':
      return weighted ? '本单位不适用，不计入，其余指标按比例折算' : '本单位不适用，不计入';
  }
}

const whyMissing = (value: Value | undefined, { asOf }: Scheme): string =>
  value?.dueOn === undefined ? `截至${asOf}未报` : `应于${value.dueOn}报，截至${asOf}未报`;

function effectOfMissing(role: Role, weight: number): string {
  switch (role) {
    case 'weighted':
      return `${stated(weight)}中得0.00分`;
    case 'bonus':
      return '不加分';
    case 'penalty':
      return '不扣分';
    case 'veto':
      return '不否决';
  }
}

function whyScored({ indicator, exact, standings }: WorkingLine, value: Value, scheme: Scheme): string {
  const { method, weight } = indicator;
  const scale = scaleOf(indicator);
  const frame = { said: said(value, scale), weight, exact, scale };
  switch (method.type) {
    case 'linear':
      return whyLinear(method, numberOf(value), frame);
    case 'bands':
      return whyBands(method, numberOf(value), frame);
    case 'curve':
      return whyCurve(method, numberOf(value), frame);
    case 'shortfall':
      return whyShortfall(method, numberOf(value), frame);
    case 'rank':
      return whyRank(method, standingOf(standings, value.unit), frame);
    case 'met':
      return whyMet(yesOf(value), frame);
    case 'deduct':
      return whyDeduct(method, countOf(value), frame);
    case 'judged':
      return whyJudged(method, marksOf(value), frame);
    case 'bonus':
      return whyBonus(method, countOf(value), frame);
    case 'surplus':
      return whySurplus(method, numberOf(value), frame);
    case 'penalty':
      return whyPenalty(method, countOf(value), frame);
    case 'veto':
      return whyVeto(yesOf(value), lastGradeOf(scheme, indicator.group));
  }
}

/** A number that came in, with its unit: `96%`; one that came as so many of so many, `23/24（约95.8333%）`. */
function said(value: Value, scale: Scale): string {
  if (typeof value.value !== 'number') return '';
  const text = figure(numberOf(value), scale);
  return value.outOf === undefined ? text : `${number(value.value)}/${number(value.outOf)}（${text}）`;
}

const lastGradeOf = ({ groups }: Scheme, key: string): string =>
  groups.find((group) => group.key === key)?.grades.at(-1)?.name ?? '';
