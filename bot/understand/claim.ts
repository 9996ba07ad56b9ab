/** What a stretch of text claims about the work (说了什么进展): figures, done or not, a planned day. */
import type { Day } from '../../api/domain/time/day.ts';
import { findDays, type SaidDay, withoutDays } from './dates.ts';
import { countOf, percentOf, shareOf, VERB } from './figures.ts';

export interface Claim {
  percent: number | null;
  count: number | null;
  done: boolean;
  until: Day | null;
  /** Something was said of the state at all, if only that it is not done. */
  any: boolean;
}

/** Finished beyond doubt, whatever figures stand beside it. */
const STRONG = new RegExp(
  [
    '(?:已经?|全部|都|均|全|刚|业已|早就|早)[^，。；\\n没未]{0,8}?(?:完成|办结|搞定|完毕|到位|落实|处置|弄完|做完|走完|完了|结束|销号|齐)',
    `${VERB}?(?:完毕|妥当)`,
    `(?:全|都)${VERB}(?:了|完)`,
    `(?:已经?|均)全部${VERB}(?=$|[，。！!；\\s])`,
    `${VERB}(?:完|好|齐|起来|到位|成功)(?:了|啦|哈|的?(?=$|[，。！!；\\s]))`,
    '[\\u4e00-\\u9fff]完(?:了|的?(?=$|[，。！!；\\s]))',
    '完成了?(?:啦|哈|的?(?=$|[，。！!；、\\s]))',
    '办结(?!了?\\s?\\d)|搞定|完事|完结|销号|拿下|收尾了|收工|齐活|落实了(?!\\s?\\d)|完成了(?!\\d)|了结|妥了|划掉了',
    '完工|竣工|全(?:部|都)[^，。没未]{1,6}完(?!成率)|(?:齐了|弄好了)(?<!就齐了)',
  ].join('|'),
);
/** Finished, unless a figure says how far. */
const WEAK = new RegExp(
  [
    `(?:已经?|业已|都|均|全|全部)[^，。；\\n没未要]{0,8}?${VERB}`,
    `${VERB}[^，。；\\n没未\\d]{0,4}?了(?!\\d|一|两|几|大半|部分)`,
    '全覆盖|到位|(?:牌子|标语|横幅)[^，。没未]{0,4}(?:挂|贴)',
    '好了|齐了|起来了',
  ].join('|'),
);
const NEGATED =
  /没|未(?!保|成年|婚)|尚(?!德)|还差|还欠|还缺|差(?:一点|点|几|不多|一些|最后|\d)|一点点|不够|不齐|还剩|剩(?:下)?\d|余下|错(?!字)|另外?的?还|[^，。；\s]不(?:了(?!解)|上|下去|动|到位|进去|成|起来|拢|出来|赢|过来|完)/;
const PARTLY =
  /快了|过半|基本|大部分|大半|大头|多数|开(?:了个)?头|差不多|就?快(?:要)?(?:弄|完|好|搞|做|结|建|更|走|办|报|收尾|出来)|部分|初步|[一二三四五六七八九]{2}成|陆续|逐步|接近|将近/;
const GOING_ON =
  /正在|正(?:抓紧|推进|更新|弄|做|搞|办)|还在|(?<!现)在(?:弄|改|做|搞|起草|推进|测试|收集|整理|征求|走|办|建|跑|更新|核|凑|装|写|刷|找|等|审|排|[^，。；\s]{2,4}建)|(?:推进|进行|办理|整改|起草|审核|征求意见|建设|施工|筹备|落实|收集)中|意见稿|抓紧(?:弄|办|做|搞|推进|完)|初稿|还要|(?:待|等)过会|送审|待审|着手|已启动|启动了|开始|进入[^，。；]{1,10}(?:环节|阶段)|卡[在住]|搁置|暂停|停工|动工|开工|起步|在路上/;
const PLANNED =
  /(?:这|过)(?:两|几)天|就(?:弄|办|交|报|搞|做)(?!了|[完好结]了)|争取|预计|(?<!原)计划|准备|打算|力争|拟(?!定)|将(?:于|在|会)?|马上|立即|立刻|尽快|就去|能(?:完|弄|办|交|搞|拿|出)|可以完成|要(?:到|等)|才(?:能|得|完|弄|好|建)|得(?=下|本|这|明|后天|\d)|安排在|定于|保证|一定|承诺|明天|后天|今晚|下周|之前|(?:号|日|底|周[一二三四五六日]|星期[一二三四五六日天])前|[\u4e00-\u9fff]天之?内|周之?内|晚点|稍后|等会|待会/;

const PLAN_VERB = new RegExp(`${VERB}|完|成|好|结|更|拿|出|定|弄|走|去|行不|发|到位|达|收官|收尾|扫尾|给`);
/** 早在端午前就完成了 */
const LONG_DONE = /早[就在已]|提前/;

/** The day that a plan names: the last one, today or later, where it is not the day of something finished. */
function plannedDay(text: string, said: string, days: readonly SaidDay[], today: Day): Day | null {
  const ahead = days.filter(({ day }) => day >= today);
  const last = ahead.filter(({ day }) => day > today).at(-1) ?? ahead.at(-1);
  if (last === undefined || (LONG_DONE.test(said) && STRONG.test(said))) return null;
  if (!(PLAN_VERB.test(said) || PLANNED.test(text) || NEGATED.test(said))) return null;
  if (last.day > today) return last.day;
  return PLANNED.test(text) || /下班前|今天[^，。]{0,4}(?:内|能|可以|交|报|弄|搞|完成)(?!了)/.test(text)
    ? last.day
    : null;
}

const DEED = new RegExp(VERB);
/** The parts of a text that say that something is done. */
const deedsOf = (text: string): string =>
  text
    .split(/(?<=[，。；\n])/)
    .filter((part) => DEED.test(part))
    .join('');

/** A task's code says nothing of how it stands. */
const CODE = /\d\.\d{1,2}-\d{1,2}(?:项|号(?!前|之前))?/g;
/** Names that only look as if something were counted, and names that look like claims. */
const NAMES =
  /6\+1|6加1|六加一|12345|12355|1\+1\+5\+6|三个一批|一人一档|一对一|一站式|一号检察|四位一体|四类(?=群体|孩子|儿童|人员|未成年|机制|关爱)|四级|五类(?![^。]{0,16}[\d一二三四]\s?类)|五进|七进|六道|两微一端|一老一小|双减|(?:第?[一二三四]|\d)季度|(?:完成|落实|推进|进展|整改|办理)情况|〔\d+〕\d+号|(?:截至|截止|到)?(?:目前|今天|现在)为止|截[至止](?:今天|目前)|一([份户个家])一\1/g;
/** 一户不落, 没有哪份没建, 人手一份: that nothing is missing. */
const NOTHING_MISSING =
  /(?:没有?(?:哪|一)|(?<![\d二三四五六七八九十])一)[份户个家人所组条项]?[^，。；]{0,3}?(?:都|也|是)?(?:不|没|未)(?:有)?(?:剩|落|少|漏|欠|缺|差|拉|[^，。；]{1,4}到|[^，。；]{1,3}的)|没有未[^，。；]{1,5}的|人手一份/g;
/** 没有变动, 人数没变: that there was nothing to do. */
const NO_CHANGE =
  /(?:没|无)(?:有|得|人)?(?:什么|需要[^，。；]{1,4}的)?(?:变动|变化|变|新增|增加|新情况|异常|进没人出|问题|啥问题|红色等级的)|零新增/g;
/** 是已完成，不是未完成; 不是没做，是做完了 */
const SET_RIGHT = /[，,]?(?:不是|并非)[^，。；]{1,8}[，,]?(?=$|[。；]|是)/g;
/** 做完了，没来得及报: what is untold is done all the same. */
const UNTOLD =
  /(?:就差|就是|只是|一直|还|之前)*(?:没|未|忘了?)(?:来得及|顾得上|记得|网|时间)*(?:没|没有)?(?:报|说|吭声|登记|上报|填报|汇报|讲|回复|反馈)(?:上来|上去|上|给您?)?(?:了|而已)?/g;
/** 纸质的明天送来, 链接晚点发: what goes with the work, sent after it. */
const AFTERWARDS =
  /(?<=(?:完成|办结|完毕|完了|印发|好了|齐了)[，,。；]?)(?:明天|后天|下午|晚点|稍后|回头|周[一二三四五])[^，。；\n]{0,4}(?:发|送|补|上传|传)[^，。；\n完好成]*(?=$|[，。；])|(?:纸质|电子版|链接|照片|图片|影像|资料|材料|截图|原件|复印|扫描|备份|佐证|附件|文件稿?|清单|报表|表格|总结|名单|细化表)[^，。；\n]{0,8}(?:送|发|补|带|交|传|报|拿|寄|整理|归档|打印)[^，。；\n]*/g;

/** The text without what only looks like a claim. */
function plain(text: string): string {
  const said = text
    .replace(NAMES, ' ')
    .replace(NO_CHANGE, ' ')
    .replace(NOTHING_MISSING, '全')
    .replace(SET_RIGHT, '');
  if (!STRONG.test(said) && !WEAK.test(said)) return said;
  const told = said.replace(UNTOLD, ' ');
  const alone = told.replace(AFTERWARDS, ' ');
  return STRONG.test(alone) || WEAK.test(alone) ? alone : told;
}

/** What is said once the work is finished: 已印发，文件稍后送到. */
function withoutAfterthoughts(said: readonly string[], today: Day): string {
  const done = said.findIndex(
    (clause) => (STRONG.test(clause) || WEAK.test(clause)) && !PLANNED.test(clause) && !/\d\s?%/.test(clause),
  );
  return said
    .filter(
      (clause, at) => done < 0 || at <= done || !PLANNED.test(clause) || findDays(clause, today).length > 0,
    )
    .join('');
}

/** 没有红色等级的，已完成; 原计划25日完成，现已办结: the last word on it, whatever came before. */
const SAID_AT_LAST =
  /[，。；]\s*(?:本(?:月|季度|周)任务|这个月的|现在?|目前|照样)?(?:提前|刚刚?|已经?|全部|都|均)*(?:完成|办结|搞定|弄完|弄好|做完|更新完?)了?[。！!\s]*$/;

const isOpen = (said: string): boolean =>
  [NEGATED, PARTLY, PLANNED, GOING_ON].some((shape) => shape.test(said));

const SHARE = /\d+(?:\.\d+)?\s?%/g;

/** Beside a share, what is counted is what was done: 黄色18户，走了一半 counts nobody who was visited. */
const countIn = (said: string, share: number | null): ReturnType<typeof countOf> => {
  const uncounted = said.replace(SHARE, ' ');
  const counted = countOf(uncounted);
  const isBeside = share !== null && share !== 100 && counted?.whole === null;
  return isBeside ? countOf(deedsOf(uncounted)) : counted;
};

/** What some clauses claim together. Figures of days are not taken for others. */
export function claimOf(clauses: readonly string[], today: Day): Claim {
  const text = plain(withoutAfterthoughts(clauses, today).replace(CODE, ' '));
  const days = findDays(text, today);
  const said = withoutDays(text, days);
  const share = percentOf(said);
  const counted = countIn(said, share);
  const count = counted?.part ?? null;
  const stated = counted?.whole ? shareOf({ part: counted.part, whole: counted.whole }) : share;
  const last = SAID_AT_LAST.test(text) && !PARTLY.test(said);
  const until = last ? null : plannedDay(text, said, days, today);
  const open = !last && (isOpen(said) || until !== null);
  const finished =
    stated === 100 || (stated === null && (STRONG.test(said) || (count === null && WEAK.test(said))));
  const done = finished && !open;
  const percent = done ? 100 : stated === 100 && open && !counted?.whole ? null : stated;
  return { percent, count, done, until, any: percent !== null || count !== null || done || open };
}
