/** 三、存在问题: what is overdue, by unit, with how many working days; the supervision orders served. */
import type { Block, Span } from './content.ts';
import type { Facts, NamedOrder, OverdueItem } from './facts.ts';
import { figure, name, names, paragraph, say } from './say.ts';
import { until } from './words.ts';

export interface Late {
  unit: string;
  items: readonly OverdueItem[];
  /** Working days of the one that is latest. */
  most: number;
}

/** What is overdue by unit: most first, then the latest. */
function lateUnits(overdue: readonly OverdueItem[]): Late[] {
  const byUnit = new Map<string, OverdueItem[]>();
  for (const item of overdue) byUnit.set(item.unit, [...(byUnit.get(item.unit) ?? []), item]);
  return [...byUnit]
    .map(([unit, items]) => ({ unit, items, most: Math.max(...items.map(({ days }) => days)) }))
    .toSorted((a, b) => b.items.length - a.items.length || b.most - a.most || (a.unit < b.unit ? -1 : 1));
}

/** How long, where a working day has passed; a due day just over is late without a number. */
const longest = (days: number, said: (count: Span) => Span[]): Span[] =>
  days === 0 ? [] : said(figure('overdue.days', days));

function oneUnit({ unit, items, most }: Late): Span[] {
  const count = figure('overdue.items', items.length);
  const how = longest(most, (days) => say`，最长已逾期${days}个工作日`);
  return say`${name(unit)}有${count}项任务逾期未办结${how}，其余单位没有逾期任务。`;
}

function latest(overdue: readonly OverdueItem[]): Span[] {
  const most = Math.max(...overdue.map(({ days }) => days));
  const items = overdue.filter(({ days }) => days === most);
  const [only] = items;
  if (only === undefined || items.length > 1) {
    return longest(most, (days) => say`逾期时间最长的已达${days}个工作日。`);
  }
  return longest(
    most,
    (days) => say`逾期时间最长的是${name(only.unit)}的“${name(only.title)}”，已逾期${days}个工作日。`,
  );
}

function severalUnits(late: readonly Late[], facts: Facts): Span[] {
  const units = figure('overdue.units', late.length);
  const count = figure('overdue.items', facts.overdue.length);
  const everyone = facts.units.length > 0 && late.length === facts.units.length;
  const all = everyone
    ? say`有到期任务的${units}个单位均有任务逾期未办结，共${count}项`
    : say`共有${units}个单位的${count}项任务逾期未办结`;
  const most = late[0]?.items.length ?? 0;
  const leading = late.filter(({ items }) => items.length === most);
  if (leading.length === late.length) {
    return most === 1 ? say`${all}，每个单位各有一项。` : say`${all}，各单位项数相同。`;
  }
  const who = names(leading.map(({ unit }) => unit));
  const each = figure('overdue.most', most);
  return leading.length === 1
    ? say`${all}，其中${who}最多，有${each}项。`
    : say`${all}，其中${who}最多，各有${each}项。`;
}

/** What has become of an order, as the table says it. */
function standingOf({ answered, raised }: NamedOrder): string {
  if (raised) return '未按要求整改';
  return answered ? '已回复' : '未回复';
}

function orders({ orders: named }: Facts): Block[] {
  if (named.length === 0) return [];
  const served = named.filter((order) => order.served);
  const raised = named.filter((order) => order.raised);
  const open = served.filter(({ answered }) => !answered).length;
  const count = figure('orders', served.length);
  const told = [
    ...(served.length === 0
      ? []
      : [
          open === 0
            ? say`本期共下达督办单${count}份，均已回复。`
            : say`本期共下达督办单${count}份，其中${figure('orders.open', open)}份尚未回复。`,
        ]),
    ...(raised.length === 0
      ? []
      : [
          say`${names([...new Set(raised.map(({ unit }) => unit))])}未按督办单要求整改到位，涉及督办单${figure('orders.raised', raised.length)}份，现予通报。`,
        ]),
  ];
  return [
    ...told.map((each) => paragraph(each)),
    {
      kind: 'table',
      caption: '督办单办理情况',
      columns: [
        { title: '编号', share: 2.4, align: 'left' },
        { title: '单位', share: 1.6, align: 'left' },
        { title: '督办事项', share: 3, align: 'left' },
        { title: '办理情况', share: 1.6, align: 'center' },
      ],
      rows: named.map((order) => [order.number, order.unit, order.subject, standingOf(order)]),
    },
  ];
}

/** So many of a unit's items are written out; the rest are counted. */
const WRITTEN_OUT = 3;

function itemsText(items: readonly OverdueItem[]): string {
  const first = items.slice(0, WRITTEN_OUT).map(({ code, title }) => `${code} ${title}`);
  const rest = items.length - first.length;
  return rest > 0 ? `${first.join('；')}等${items.length}项` : first.join('；');
}

const table = (late: readonly Late[]): Block => ({
  kind: 'table',
  caption: '逾期任务情况',
  columns: [
    { title: '单位', share: 1.8, align: 'left' },
    { title: '项数', share: 0.8, align: 'right' },
    { title: '最长逾期（工作日）', share: 1.4, align: 'right' },
    { title: '事项', share: 5, align: 'left' },
  ],
  rows: late.map(({ unit, items, most }) => [unit, String(items.length), String(most), itemsText(items)]),
});

/** 存在问题: what is overdue, by unit, and the orders under way. */
export function problems(facts: Facts): Block[] {
  const late = lateUnits(facts.overdue);
  const [only] = late;
  if (only === undefined) {
    const none = paragraph(say`${until(facts)}，没有逾期未办结的任务。`);
    return [none, ...orders(facts)];
  }
  const told = late.length === 1 ? oneUnit(only) : severalUnits(late, facts);
  const more = late.length === 1 ? [] : latest(facts.overdue);
  return [paragraph(say`${until(facts)}，${told}`, more), table(late), ...orders(facts)];
}
