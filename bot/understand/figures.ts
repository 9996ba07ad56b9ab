/** The figures of a claim (数字): shares of the whole, and how many of the things counted are done. */
import { numberOf } from './dates.ts';

const CN = '[一二两三四五六七八九十]';
const NUMBER = `(\\d{1,5}|${CN}百(?:零?${CN}{1,3})?|${CN}{1,3})`;
const UNIT =
  '(户次|户|人次|人|名|份|场次|场|次|件|所|类|课时|节|堂|条|个组|个村|个|对|起|处|家|本|册|例|期|篇|项|单)';
export const VERB =
  '(?:完成|办结|办理|更新|更(?=[完了]|$|[，。！!；s])|建立|建成|建档|建起来|建起|建满|建|挂牌|挂|贴|报送|报告|上报|提交|报|交|印发|出台|制定|拟定|成立|组建|设立|设|通报|召开|开展|开|落实|处置|走访|走|随访|访|消化|细化|纳入|结束|整理|录入|收集|填报|填|配备|配|安排|张贴|发放|发布|验收通过|验收|定稿|过审|通过|完善|审议|审核|审|聘|督促|确定|明确|签订|签|举办|办|弄|搞|做|整|查|跑|讲|上(?!面|级|次|周|月|个|午|班|回)|发|修订|推广|总结|听取|指导|辅导|录|写|印|帮教|过会|装|定)';

/** A share as a whole number of per cent, half up; what is not all is never 100, since that means finished. */
const round = (part: number, whole: number): number =>
  part < whole
    ? Math.min(99, Math.floor((200 * part + whole) / (2 * whole)))
    : Math.floor((100 * part) / whole);

/** Every way to say a share, each as it is said in figures: 八成五, 百分之八十, 一半, 三分之二. */
const SHARES: readonly (readonly [RegExp, (match: readonly string[]) => number])[] = [
  [/百分之(?:一)?百|百分百/g, () => 100],
  [/百分之([一二三四五六七八九十]{1,3}|\d{1,3})/g, ([, n = '']) => numberOf(n)],
  [
    /(?<![一二两三四五六七八九十\d.])([一二两三四五六七八九]|[1-9](?:\.5)?)成(半|[一二三四五六七八九])?(?![立功为效员果])/g,
    ([, tens = '', ones]) =>
      (/^[\d.]+$/.test(tens) ? Number(tens) : numberOf(tens)) * 10 +
      (ones === undefined ? 0 : ones === '半' ? 5 : numberOf(ones)),
  ],
  [
    /([二三四五六七八九十])分之([一二两三四五六七八九])/g,
    ([, whole = '', part = '']) => round(numberOf(part), numberOf(whole)),
  ],
  [/(?<!过)(?:一半|半数)(?!时间|天)/g, () => 50],
];
const MAY_BE_SHARE = /百分|成|分之|半/;

const inFigures = (text: string): string =>
  MAY_BE_SHARE.test(text)
    ? SHARES.reduce(
        (said, [shape, read]) => said.replace(shape, (...match: string[]) => `${read(match)}%`),
        text,
      )
    : text;

/** What a share aims at, or came from, is no progress: 目标100%, 由60%提高到80%, 还差20%. */
const NOT_NOW =
  /(?:目标|按照?(?![^，。；]{0,6}[填算记报])|应达|要达|达到目标|由|从|上(?:次|月|周|回)|原来|之前|不是|还差|还有|差|剩|余|另有|(?:多|增加|提高|提升|上升|增长|涨)了)(?:的|了|是|为|只|还|下)*\s?\d+(?:\.\d+)?\s?%|\d+(?:\.\d+)?\s?%(?=的?(?:还|都|尚)?(?:没|未)|[^，。；\d]{0,4}(?:打错|报错|有误|作废|不对|写错|弄错))/g;
/** What is planned is no progress either: 预计月底达到100%, 力争消化一半. */
const AIMED_AT = /(?:预计|预期|力争|争取|计划|打算|准备|确保|保证|目标)[^，。；;\n]*/g;

/** The share that a text says is done now, the last where it says several; null where it says none. */
export function percentOf(text: string): number | null {
  const now = inFigures(text).replace(NOT_NOW, ' ').replace(AIMED_AT, ' ');
  const last = [...now.matchAll(/(?<![\d.])(\d{1,3}(?:\.\d+)?)\s?%/g)].at(-1)?.[1];
  return last === undefined || Number(last) > 100 ? null : round(Number(last), 100);
}

const IN_TURN = new RegExp(`(\\d{1,4}|${CN}{1,3})\\s?(?:(%)|${UNIT})?`);

/** The figures of a row, each with what it counts, if only one of them says it: 80%、90%; 八十、九十%; 5户和8户. */
export function figuresInTurn(text: string): string[] {
  const row = inFigures(text).split(/[。；\n]/)[0] ?? '';
  const figures = row.split(/[、，和及与]/).flatMap((part) => {
    const [, figure, share, unit = share] = IN_TURN.exec(part) ?? [];
    return figure === undefined ? [] : [{ value: numberOf(figure), unit }];
  });
  const known = figures.find(({ unit }) => unit !== undefined)?.unit;
  return known === undefined ? [] : figures.map(({ value, unit = known }) => `${value}${unit}`);
}

/**
 * What a number of things is said to be: all that are done by now (累计24份), done (走了9户), what the work is with
 * (走访9户), named without a verb (12户), all there are (共12户), more (又建6份), or none of it (还差3份, 新增2户).
 */
type Role = 'total' | 'done' | 'did' | 'named' | 'whole' | 'more' | 'other';

interface Mention {
  value: number;
  unit: string;
  role: Role;
  /** It is said to be finished: 已辅导4家, 完成28家. */
  finished: boolean;
}

const BEFORE: readonly (readonly [Role, RegExp])[] = (
  [
    ['other', '(?:还差|还剩|还有|还欠|还缺|卡在|剩下?|余下?|差|缺|欠|没有)(?:着|了|的|最后)?\\s?$'],
    ['other', '(?:新增|增加|减少|另外|今天的|下(?:个)?月再|还要|计划|准备|预计)[^，。；\\d]{0,3}$'],
    ['more', `(?:又|再|另|新|补)${VERB}?了?\\s?$`],
    [
      'total',
      `(?:加上|加起来|连上)[^，。；\\d]{0,6}\\s?$|(?:累计|合计|总共|一共|总计|共计|共)[^，。；\\d要应需]{0,3}?${VERB}了?\\s?$|累计[^，。；\\d]{0,6}$`,
    ],
    [
      'whole',
      `(?:应(?:该)?${VERB}?|需要?${VERB}?|要${VERB}?|目标|任务|名册上(?:是|有)?|底数(?:是|有)?|共有?|总共有?|一共(?:有|是)?|总数|合计|总计|全村|全部)\\s?$`,
    ],
    ['named', '(?:转办|交办|受理|收到|接到?|派单?|存量|涉及|(?<!还|没)有)[了的]?\\s?$'],
    [
      'done',
      `已经?${VERB}\\s?$|${VERB}(?:了|完了?|好了?|到了?|过了?|起了?|满)\\s?$|[办做建走]满\\s?$|(?:到位|完成|${VERB})的\\s?$|[\\u4e00-\\u9fff](?<!少|多|增加|减少|差|剩|为)了\\s?$`,
    ],
    ['did', `(?:${VERB}|到位)\\s?$`],
  ] as const
).map(([role, shape]) => [role, new RegExp(shape)]);
/** 9户走完了, 3户没联系上 */
const LEFT_AFTER = /^[^，。；\d]{0,4}(?:没|未(?!成年|保))/;
/** 30户里的24户 */
const AMONG_AFTER = /^(?:当)?[里中](?!心|学)[面头]?的?[^，。；\d]{0,4}(?=\d)/;
const DONE_AFTER = new RegExp(
  `^(?![^，。；]{0,8}[\\d一二两三四五六七八九十])(?:已经?|都|均|全部?|也)*${VERB}(?:了|完|好|齐|到位|过|结|$|[，。；\\s])`,
);

const MENTION = new RegExp(`${NUMBER}\\s?多?${UNIT}`, 'g');
/** What comes after a figure and is no thing counted: 3个月, 两家里, 一起. */
const NO_UNIT =
  /^(?:个(?:多?月|季|工作|星期|小时|点|百分|周)|项[^,，。 ；]|家(?:里|长|庭|属|委)|对(?:象|口|接|应|比|照)|名(?:单|称)|本(?:月|周|村|人|次)|人(?:手|员|家)|条件|起(?:来|走|草|报|交|回|上)|张贴|单位|单子|件事|件[:：]|个部|个人(?!次)|个都)/;
const FINISHED = /(?:已经?[^，。；\d]{0,3}|完成|办结)了?\s?$/;
const NO_COUNT_BEFORE =
  /[一二三四五六七八九十百千\d.%第每各]\s?$|[每各][天周月季年去跑][^，。；]{0,3}$|[重再](?:新)?[报碰看核跑]$/;

function roleOf(before: string, after: string): Role {
  if (LEFT_AFTER.test(after)) return 'other';
  if (AMONG_AFTER.test(after)) return 'whole';
  const role = BEFORE.find(([, shape]) => shape.test(before))?.[0];
  return role ?? (DONE_AFTER.test(after) ? 'done' : 'named');
}

/** Everything that a text counts, in its order. */
function mentionsIn(text: string): Mention[] {
  const found: Mention[] = [];
  for (const { 0: said, 1: figure = '', 2: unit = '', index } of text.matchAll(MENTION)) {
    const before = text.slice(Math.max(0, index - 10), index);
    const value = numberOf(figure);
    const after = text.slice(index + said.length);
    if (Number.isNaN(value) || NO_COUNT_BEFORE.test(before) || NO_UNIT.test(unit + after)) continue;
    const role = roleOf(before, after);
    // 一 is as often no figure at all: 一户一档, 一起.
    if (figure === '一' && (unit === '起' || (role === 'named' && !/[场次期]/.test(unit)))) continue;
    found.push({ value, unit, role, finished: FINISHED.test(before) });
  }
  return found;
}

/** 应建45，已建36 */
const OUT_OF =
  /应[\u4e00-\u9fff]{0,3}(\d{1,4})[^\d，。；]{0,3}[，、]?\s?(?:实际?|已经?)[\u4e00-\u9fff]{0,3}(\d{1,4})(?!\s?%)/;
const SLASH = /(?<![\d./-])(\d{1,4})\s?[户人份场次件所类名]?\s?\/\s?(\d{1,4})(?![\d./-])/;

/** 12个组跑了9个 */
const alike = (one: string, other: string): boolean =>
  one === other || (one.startsWith('个') && other.startsWith('个'));

interface Count {
  part: number;
  whole: number | null;
}

/** 报的2次有误，实际1次; 走了8户，不对，是9户 */
const CORRECTIONS =
  /更正[为：:]?|准确说|应该?是|应为|改[为成]|实际(?:是|为|只有)?(?=\d)|(?:不对|错了|[说写打报记]错了?)[，。!！ ]*(?:应该?)?(?:是|为)?(?=[^，。；\d]{0,6}\d)/g;

/** Takes what is said; gives how many of the things it counts are done, and of how many; null for what it does not say. */
export function countOf(said: string): Count | null {
  const last = [...said.matchAll(CORRECTIONS)].at(-1);
  const rest = last === undefined ? '' : said.slice(last.index + last[0].length);
  if (last === undefined || !/\d/.test(rest.split(/[。；]/)[0] ?? '')) return countIn(said);
  const right = countIn(rest);
  if (right === null || right.whole !== null) return right;
  // Of how many was said before.
  const whole = countIn(said.slice(0, last.index))?.whole ?? null;
  return { ...right, whole: whole !== null && whole >= right.part ? whole : null };
}

/** 入职审查37家完成28家: what is finished of what the work is with. Takes and gives places among the mentions. */
function finishedAfter(mentions: readonly Mention[], first: number): number {
  const work = mentions[first];
  if (work === undefined || work.finished || (work.role !== 'did' && work.role !== 'done')) return first;
  const later = mentions.findIndex(
    ({ finished, value, unit }, at) =>
      at > first && finished && value <= work.value && alike(unit, work.unit),
  );
  return later < 0 ? first : later;
}

function countIn(text: string): Count | null {
  const slash = SLASH.exec(text);
  if (slash !== null) return { part: Number(slash[1]), whole: Number(slash[2]) };
  const outOf = OUT_OF.exec(text);
  if (outOf !== null) return { part: Number(outOf[2]), whole: Number(outOf[1]) };
  const mentions = mentionsIn(text);
  const at = (role: Role): number => mentions.findIndex((mention) => mention.role === role);
  const first = [at('total'), at('done'), at('did'), at('named'), at('whole'), at('more')].find(
    (n) => n >= 0,
  );
  const place = first === undefined ? undefined : finishedAfter(mentions, first);
  const part = place === undefined ? undefined : mentions[place];
  if (place === undefined || part === undefined) return null;
  const isAll = ({ role, unit }: Mention): boolean =>
    alike(unit, part.unit) && (role === 'named' || (role === 'did' && part.role !== 'did'));
  const all =
    mentions.find(({ role, unit }) => role === 'whole' && alike(unit, part.unit)) ??
    (part.role === 'named' ? undefined : mentions.slice(0, place).find(isAll)) ??
    (place === first ? undefined : mentions[first ?? 0]);
  const whole =
    all === undefined || all === part || all.value < part.value || all.value === 0 ? null : all.value;
  return whole === null && /组|村/.test(part.unit) ? null : { part: part.value, whole };
}

export const shareOf = ({ part, whole }: { part: number; whole: number }): number => round(part, whole);
