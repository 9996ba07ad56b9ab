/** Questions for the bot (查询): about what there is to do, a task, what is overdue, the ranking, the score, the bot. */
import type { QueryTopic } from '../../db/vocabulary.ts';
import { isNotice, isUnreal, namesOtherUnit } from './chatter.ts';
import { taskMeant } from './clauses.ts';
import { CODE_SHAPE } from './code.ts';
import type { Heard } from './heard.ts';
import type { Intent } from './intent.ts';
import { strangeIn, strangenessOf } from './strange.ts';
import { codesIn } from './task-index.ts';

const OWN = /我得|我排|我们?村|本村|咱们?村|我们|我的|我办|我所|我单位|本单位|咱们|俺|我委|我校|我院|我这/;
const TOPICS: readonly (readonly [QueryTopic, RegExp])[] = [
  [
    'ranking',
    /排名|排行|排第几|第几(?:名|位|(?=[了啊呀呢]?[?？]?$))|名次|排多少|排在第|排第一|排(?:好多|多少|第几)位/,
  ],
  [
    'score',
    /得分|查分|(?:多少|好多)分|几分|考核分|扣(?:了)?(?:好多|多少|几|我们|我)?(?:村)?(?:的)?分|分数|总分|我们?村?的分/,
  ],
  ['overdue', /逾期|超期|过期|超时|过了时间/],
  [
    'help',
    /^(?:使用帮助|帮助|help|使用说明|使用方法|用法|说明|功能|菜单)$|怎么用|咋个?用|报进度[^。]{0,4}(?:咋|怎么)|咋个?(?:报|填|查)|如何使用|怎么使用|你能做(?:什么|啥)|你会(?:什么|啥|干)|怎么(?:报|上报|填报|填)(?:进度|[啊呀呢]|[?？。]*$)|(?:^|我|这个|请问)怎么(?:填报|填|报)，|能干些?(?:什么|啥)|怎么操作|使用说明|步骤|哪些指令|(?:申请延期|报数据|填报)[^。]{0,6}(?:怎么|格式|咋)/,
  ],
  [
    'mine',
    /我的任务|任务清单|查任务|看任务|待办|要(?:做|交|报)哪些|(?:还有|还差|还剩|还欠|有)[^。]{0,8}(?:哪些|几项|几个(?=任务|没|$)|几件|几样|什么|啥|多少|哪几|哪样)|(?:哪些|哪几[项样个]|几项)[^。]{0,6}(?:没|未|要|任务)|(?:查|看)[^。]{0,6}任务|没(?:做|报|交|弄|办|完成)完?的|未(?:完成|办结|办|报)(?:的|事项)|列一下[^。]{0,8}任务|好多项没|负责的[^。]{0,4}任务|任务列表|(?:还要|该|要)(?:交|报|做|办)[点些]?(?:啥|什么|哪)/,
  ],
];
/** A topic by its name alone. */
const BARE =
  /^(?:(?:我的|查|看下?|看看|查一下|查询|帮我看下?)?(?:排名|排行|排行榜|得分|逾期|任务|待办|分|帮助)|我的(?:排名|得分|任务))[。?？!！]*$/;
/** A topic by its name, said to the bot. */
const NAMED =
  /^(?:(?:请|帮我?|给我|我要|想)?(?:查|看|发|列|问)?(?:一?下|看|询)?)?(?:我们?村?|本村|我村|本单位|我们单位|各村|各单位|全部|我[所办委校院]|当前|目前|最新|本月|这个月|本期|这期|现在|村里)?的?(?:排名|排行|名次|(?:考核)?得分|分数|评分|考核分|扣分|逾期|超期|任务|待办|帮助|使用|功能|用法)(?:的)?(?:情况|列表|榜|表|清单|结果|明细|方法|说明|任务|介绍)?[。?？!！吗呢]*$/;
const ASKING =
  /[?？]|吗|哪些|几项|几个|多少|好多|第几|几分|什么|啥|有没有|看下|看看|看哈|查|查一下|发一下|列一下|列下|还有|好久|几时|哪天|没有$|怎么|咋/;
const ABOUT_TASK = new RegExp(
  [
    `^(?:查|看)(?:一?下)?\\s?${CODE_SHAPE}$`,
    /百分之几|(?:还差|还欠|记了|登记了|要求?搞|要搞|办了|报了)几[次场类户份件]|怎么(?:样才)?算|咋个?算|怎样才?算|多久[报走开]?一次|到哪(?:了|一?步)|还要多久|进展(?:怎么样|如何)|具体要求|要求是(?:什么|啥)|的状态$|查一下$|^查询|还剩(?:几|多少)天|还[有给]几天|到期日|是不是到|什么时候|啥时候|哪个时候|几时|好久|哪天|几号|到期|截止|期限(?!可不可以|能不能)|时限|什么要求|啥要求|(?:什么|啥)状态|状态(?:如何|怎么样)|怎么样了|报上去(?:没|了没)|(?:报|交)(?:了|上)?没有?$|通过(?:了)?(?:没有|没|吗)|核验(?:了)?(?:没有|没|吗)|进度(?:多少|怎么样|如何|到哪)|多少了|是多少|还差多少|要做(?:什么|啥)|要交(?:什么|啥)|需要(?:什么|啥)/
      .source,
  ].join('|'),
);

const OWN_OVERDUE = /^(?:有没有)?(?:逾期|超期)(?:的|了)?(?:有)?哪些|^哪些(?:任务)?(?:逾期|超期)/;
const OF_OTHERS = /你们|你(?:那边|那里|那儿|家|村)|他们|哪个村|谁/;
/** Asked among people, these are about papers and not about the task. */
const PAPERS = /(?<!经)费|钱|补贴|补助|工资|奖金|通知|文件|表格?|模板|格式|链接|系统|材料|照片/;

/** What speaks of much beside its topic is about that: 有什么好看的电视剧, 娃娃高考完了，等分数. */
const MOST_STRANGE = 3;
/** A topic that is only named, not asked for, bears no more. */
const LITTLE_STRANGE = 1;

/** Is a question for the bot: said to it, or among people about the own unit, and not about papers? */
const isToldToBot = (text: string, addressed: boolean): boolean =>
  addressed || ((OWN.test(text) || OWN_OVERDUE.test(text)) && !PAPERS.test(text));

/** A question about one of the topics: with a bare word, or asked of the bot or about the own unit. */
function topicIn({ text, addressed, hearing }: Heard): Intent | null {
  const [about, shape] = TOPICS.find(([, topic]) => topic.test(text)) ?? [];
  if (about === undefined || shape === undefined) return null;
  if (BARE.test(text) || (addressed && NAMED.test(text))) return { intent: 'query', about, task: null };
  if ((about === 'mine' || about === 'overdue') && codesIn(text).length > 0) return null;
  const strange = strangeIn(text.replace(shape, ''), [], hearing).before;
  const asked = ASKING.test(text) || (addressed && about !== 'mine' && strange <= LITTLE_STRANGE);
  if (!asked || !isToldToBot(text, addressed) || (about !== 'help' && strange > MOST_STRANGE)) return null;
  return isUnreal(text.replace(/哪个|全(?:街道|镇)/g, ''), hearing.unit)
    ? null
    : { intent: 'query', about, task: null };
}

const ASKING_WHAT = /^[查看]|查一下$|状态$|[?？]|什么|啥|咋|几|久|哪|没|吗|如何|怎么|多少/;
const ASKED_SHORTLY = /情况|进度|截止|到期|期限/;

/** The same, said to the bot; among people it asks somebody else. */
const ASKED_OF_BOT =
  /(?:完成|报|交|办结|通过|核验)(?:上去|好)?了?(?:没有?|吗|不)[?？]?$|到哪一?步|情况$|进度$|(?:多少|好多)了?[?？]?$/;

/** A question about one task: when it is due, what it asks for, how it stands. */
function taskAskedIn(heard: Heard): Intent | null {
  const { text, addressed } = heard;
  const asked = ABOUT_TASK.test(text) || (addressed && ASKED_OF_BOT.test(text));
  if (
    !asked ||
    (!addressed && PAPERS.test(text)) ||
    !(ASKING_WHAT.test(text) || (addressed && ASKED_SHORTLY.test(text))) ||
    /大家|注意|请|就(?:好|安逸|巴适|对)了|真想|要是/.test(text)
  )
    return null;
  // Among people, what asks of much else beside a task asks somebody else: 讲师费标准是多少，财务在问.
  if (!addressed && strangenessOf(heard).most > MOST_STRANGE) return null;
  const task = taskMeant(heard);
  return task === null ? null : { intent: 'query', about: 'task', task };
}

/** Asked of a task, these are about the day it is due, and not about all that is overdue or to do. */
const DUE =
  /百分之几|(?:还差|还欠|记了|登记了|要求?搞|要搞)几[次场类户份件]|多久[报走开]?一次|还剩(?:几|多少)天|还[有给]几天|到期日|时限|哪个时候|什么时候|几月底?/;

/** A question for the bot. */
export function queryIn(heard: Heard): Intent | null {
  const { text, addressed, toOther, hearing } = heard;
  const others = toOther || OF_OTHERS.test(text) || (/各村/.test(text) && !addressed);
  if (text.length > 40 || others || namesOtherUnit(text, hearing)) return null;
  if (isNotice(text) && !addressed) return null;
  const ofTask = DUE.test(text) ? taskAskedIn(heard) : null;
  return ofTask ?? topicIn(heard) ?? taskAskedIn(heard);
}
