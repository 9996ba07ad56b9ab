/** Intents that are told by their own words: binding, answers, undoing, visits, questions, 收到, leads. */
import type { QueryTopic } from '../../db/vocabulary.ts';
import { isForeign, isNotice, isUnreal, namesOtherUnit } from './chatter.ts';
import { taskMeant } from './clauses.ts';
import { strangenessOf } from './evidence.ts';
import type { Heard } from './heard.ts';
import type { Intent } from './intent.ts';
import { codesIn } from './task-index.ts';

const BIND = /^[^\d]{0,8}绑定[^\d]{0,8}(\d{6})[。!！\s]*$|^(\d{6})[，,\s]*绑定[。!！\s]*$/;

/** 绑定 482913, 绑定本群 771204, 我的绑定码是 730165 */
export function bindIn({ text }: Heard): Intent | null {
  const match = BIND.exec(text);
  const code = match?.[1] ?? match?.[2];
  return code === undefined ? null : { intent: 'bind', code };
}

/** The answer to the bot's question, by number; only while one is open. */
export function answerIn({ text, hearing }: Heard): Intent | null {
  if (!hearing.questionOpen) return null;
  const option = /^(?:选|第|答|是)?\s*([1-9一二三四五六七八九])\s*(?:个|项|号|吧|。|、|\.)*$/.exec(text)?.[1];
  if (option === undefined) return null;
  const worded = '一二三四五六七八九'.indexOf(option) + 1;
  return { intent: 'choose', option: worded > 0 ? worded : Number(option) };
}

const THAT_ONE = '(?:我?(?:刚才|刚刚|上一?条|上个|前面|前一条|那条|那个|这条)|我(?:刚才|刚刚)?[报发]的)';
const TAKEN_BACK = '(?:撤销|撤回|撤了|撤掉|取消|作废|不算|不作数|删掉|删了|收回)';
const UNDO = new RegExp(
  [
    `^(?:.{0,12}[，,。！! ])?(?:请|帮我|麻烦|我要|先|申请)?(?:撤销|撤回|取消)(?:一下|掉|吧|了|我的.{0,6}|${THAT_ONE}.{0,4})?[。!！吧 ]*$`,
    `${THAT_ONE}[^。]{0,8}${TAKEN_BACK}`,
    `${TAKEN_BACK}(?:掉|了)?${THAT_ONE}`,
  ].join('|'),
);

/** 撤销, 报错了，撤回刚才那条 */
export function undoIn({ text }: Heard): Intent | null {
  if (text.length > 24 || /一条消息|会议|活动|项目|处分|可取消|已撤|通知|公告|["“”?？吗]/.test(text))
    return null;
  return UNDO.test(text) ? { intent: 'undo' } : null;
}

/** A case code and that somebody went there. */
export function visitIn({ text }: Heard): Intent | null {
  const number = /(?<![A-Za-z\d])[Cc]\s?-?\s?(\d{4})(?!\d)/.exec(text)?.[1];
  const went = /走访|家访|入户|去看|看了|看过|看望|上门|去了|去过|到过|见到|随访|到家/.test(text);
  if (
    number === undefined ||
    !went ||
    /(?:没|未(?!成年))[^，。]{0,2}(?:去|到|走|见|入|看|上门)|[?？]|明天|计划|准备|请/.test(text)
  )
    return null;
  return { intent: 'visit', case: `C-${number}`, note: text };
}

const OWN = /我们?村|本村|咱们?村|我们|我的|我办|我所|我单位|本单位|咱们|俺|我委|我校|我院|我这/;
const TOPICS: readonly (readonly [QueryTopic, RegExp])[] = [
  ['ranking', /排名|排行|排第几|第几名|名次|排多少|排在第|排第一/],
  ['score', /得分|查分|(?:多少|好多)分|几分|考核分|扣(?:了)?(?:好多|多少|几|我们|我)?(?:村)?(?:的)?分|分数/],
  ['overdue', /(?:逾期|超期|过期|超时)/],
  [
    'mine',
    /我的任务|任务清单|查任务|看任务|待办|要(?:做|交|报)哪些|(?:还有|还差|还剩|还欠|有)[^。]{0,8}(?:哪些|几项|几个(?=任务|没|$)|几件|几样|什么|啥|多少|哪几|哪样)|(?:哪些|哪几[项样个]|几项)[^。]{0,6}(?:没|未|要|任务)|(?:查|看)[^。]{0,6}任务|没(?:做|报|交|弄|办|完成)完?的|任务列表|(?:还要|该|要)(?:交|报|做|办)[点些]?(?:啥|什么|哪)/,
  ],
  [
    'help',
    /^(?:帮助|help|使用说明|使用方法|用法|说明|功能|菜单)$|怎么用|咋个?用|报进度[^。]{0,4}(?:咋|怎么)|咋个?(?:报|填|查)|如何使用|怎么使用|你能做(?:什么|啥)|你会(?:什么|啥|干)|怎么(?:报|上报|填报|填)(?:进度|[啊呀呢]|$)|(?:^|我|这个|请问)怎么(?:填报|填|报)，|能干(?:什么|啥)/,
  ],
];
/** A topic by its name alone. */
const BARE =
  /^(?:(?:我的|查|看下?|看看|查一下|查询|帮我看下?)?(?:排名|排行|排行榜|得分|逾期|任务|待办|分|帮助)|我的(?:排名|得分|任务))[。?？!！]*$/;
/** A topic by its name, said to the bot. */
const NAMED =
  /^(?:(?:请|帮我?|给我|我要|想)?(?:查|看|发|列|问)?(?:一?下|看|询)?)?(?:我们?村?|本村|我村|本单位|我们单位|各村|各单位|全部|当前|目前|最新|本月|现在|村里)?的?(?:排名|排行|名次|得分|分数|评分|考核分|扣分|逾期|超期|任务|待办|帮助|使用|功能|用法)(?:的)?(?:情况|列表|榜|表|清单|结果|明细|方法|说明|任务|介绍)?[。?？!！吗呢]*$/;
const ASKING =
  /[?？]|吗|哪些|几项|几个|多少|好多|第几|几分|什么|啥|有没有|看下|看看|查|查一下|发一下|列一下|列下|了$|列一下|还有|好久|几时|哪天|没有$|怎么|咋/;
const ABOUT_TASK =
  /^(?:查|看)(?:一?下)?\s?\d\.\d{1,2}-\d{1,2}$|还剩(?:几|多少)天|还[有给]几天|到期日|是不是到|什么时候|啥时候|哪个时候|几时|好久|哪天|几号|到期|截止|期限(?!可不可以|能不能)|时限|什么要求|啥要求|(?:什么|啥)状态|状态(?:如何|怎么样)|怎么样了|报上去(?:没|了没)|(?:报|交)(?:了|上)?没有?$|通过(?:了)?(?:没有|没|吗)|核验(?:了)?(?:没有|没|吗)|进度(?:多少|怎么样|如何|到哪)|多少了|是多少|还差多少|要做(?:什么|啥)|要交(?:什么|啥)|需要(?:什么|啥)/;

const OWN_OVERDUE = /^(?:有没有)?(?:逾期|超期)(?:的|了)?(?:有)?哪些|^哪些(?:任务)?(?:逾期|超期)/;
const OF_OTHERS = /你们|你(?:那边|那里|那儿|家|村)|他们|哪个村|谁/;
/** Asked among people, these are about papers and not about the task. */
const PAPERS = /通知|文件|表格?|模板|格式|链接|系统|材料|照片/;

/** A question about one of the topics: with a bare word, or asked of the bot or about the own unit. */
function topicIn({ text, addressed, hearing }: Heard): Intent | null {
  const about = TOPICS.find(([, shape]) => shape.test(text))?.[0];
  if (about === undefined) return null;
  if (BARE.test(text) || (addressed && NAMED.test(text))) return { intent: 'query', about, task: null };
  const own = OWN.test(text) || OWN_OVERDUE.test(text);
  if ((about === 'mine' || about === 'overdue') && codesIn(text).length > 0) return null;
  const asked = ASKING.test(text) || (addressed && about !== 'mine');
  if (!asked || (!addressed && PAPERS.test(text)) || !(addressed || own)) return null;
  const elsewhere = isForeign(text) || isUnreal(text.replace(/哪个/g, ''), hearing.unit);
  return elsewhere ? null : { intent: 'query', about, task: null };
}

const ASKING_WHAT = /^[查看]|[?？]|什么|啥|几|好久|哪|没|吗|如何|怎么|多少/;
const ASKED_SHORTLY = /情况|进度|截止|到期|期限/;

/** The same, said to the bot; among people it asks somebody else. */
const ASKED_OF_BOT =
  /(?:完成|报|交|办结|通过|核验)(?:上去|好)?了?(?:没有?|吗|不)[?？]?$|到哪一?步|情况$|进度$|(?:多少|好多)了?[?？]?$/;

const MOST_STRANGE_AMONG_PEOPLE = 3;

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
  if (!addressed && strangenessOf(heard).most > MOST_STRANGE_AMONG_PEOPLE) return null;
  const task = taskMeant(heard);
  return task === null ? null : { intent: 'query', about: 'task', task };
}

/** Asked of a task, these are about the day it is due, and not about all that is overdue or to do. */
const DUE = /还剩(?:几|多少)天|还[有给]几天|到期日|时限|哪个时候|什么时候|几月底?/;

/** A question for the bot. */
export function queryIn(heard: Heard): Intent | null {
  const { text, addressed, hearing } = heard;
  const others = OF_OTHERS.test(text) || (/各村/.test(text) && !addressed);
  if (text.length > 40 || others || namesOtherUnit(text, hearing)) return null;
  if (isNotice(text) && !addressed) return null;
  const ofTask = DUE.test(text) ? taskAskedIn(heard) : null;
  return ofTask ?? topicIn(heard) ?? taskAskedIn(heard);
}

const ACK =
  /^(?:(?:示例)?[一-龥]{0,8}(?:村|办|所|委|联|校|院))?[，, ]*(?:好的?|好[了嘞]|嗯+|行|是|明白|要得|OK|ok)?[，,。!！ ]*(?:我村|我们|已经?)?[，, ]*收(?:到|悉)[了。!！~ ]*(?:收到)*[，,。!！~ ]*(?:谢谢|感谢|辛苦|明白|好的|知道|请领导|正在|已安排|已传达|在办|在弄|照办|遵照|放心|及时|执行|配合|马上|立即|立刻|我们?|会|将|一定|尽快|抓紧|这就|按|照|保证|领导|落实|安排|办|处理|晚点|今天|明天|晓得|知晓).{0,20}$/;
const BARE_ACK =
  /^(?:(?:示例)?[一-龥]{0,8}(?:村|办|所|委|联|校|院))?[，, ]*(?:好的?|好了|好嘞|嗯+|行|是|明白|要得)?[，,。!！ ]*(?:已经?)?收(?:到|悉)[了哈啊。!！~ ]*(?:收到[了。!！~ ]*)*$/;
const SPOKEN_ACK =
  /^(?:好的?|好嘞|行|要得|明白)[，,。! ]*(?:收到)?[，,。! ]*(?:马上|立即|立刻|这就|尽快|我们?)?(?:去|就)?(?:办|落实|处理|安排|弄|搞|改|补)[。!！~ ]*$/;
const PRIVATE_ACK =
  /^(?:好的?|好嘞|嗯+|要得|行|可以|明白了?|知道了|晓得了|OK|ok|没问题|[，, ])+[哈啊的了。!！~ ]*$/;

/** 收到 */
export function ackIn({ text, quote, addressed, hearing, mentionsOther }: Heard): Intent | null {
  if (mentionsOther || /请各|各(?:村|单位)|大家|@/.test(text)) return null;
  const said =
    BARE_ACK.test(text) ||
    ACK.test(text) ||
    (hearing.where === 'private' && PRIVATE_ACK.test(text)) ||
    ((addressed || quote !== '') && SPOKEN_ACK.test(text));
  return said ? { intent: 'ack' } : null;
}

/** A lead about a child, told in private. */
export function leadIn({ text, hearing }: Heard): Intent | null {
  if (hearing.where !== 'private') return null;
  const child = /孩子|小孩|儿童|学生|[初高]中生|小学生|女孩|男孩|未成年|女生|男生|女娃|男娃|娃/.test(text);
  const trouble =
    /线索|反映|举报|疑似|被[^，。]{0,6}(?:打|骂|欺负|虐待|侵害)|没人管|无人(?:管|照)|辍学|没(?:有)?(?:去)?(?:上学|读书)|(?:不想|不去|不让|不能)(?:读书|上学)|婆家|嫁人|离家出走|流浪|受伤|失踪|早婚|怀孕|性侵|家暴|挨打|结婚|订婚|怀了/.test(
      text,
    );
  const told = /^(?:线索|线索上报|反映线索|上报线索|反映|举报)[::,， ]/.test(text);
  return told || (child && trouble) ? { intent: 'lead', note: text } : null;
}
