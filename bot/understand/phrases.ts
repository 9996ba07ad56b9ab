/** Intents that are told by their own words: binding, answers, undoing, visits, questions, 收到, leads. */
import type { QueryTopic } from '../../db/vocabulary.ts';
import { isForeign, isNotice, isUnreal, namesOtherUnit } from './chatter.ts';
import type { Heard } from './heard.ts';
import type { Intent } from './intent.ts';
import { taskMeant } from './reports.ts';

/** 绑定 482913, 绑定本群 771204 */
export function bindIn({ text }: Heard): Intent | null {
  const code = /^(?:我要|请|帮我)?绑定(?:本群|群|账号|我)?[^\d]{0,6}(\d{6})$/.exec(
    text.replace(/[。!！]$/, ''),
  )?.[1];
  return code === undefined ? null : { intent: 'bind', code };
}

/** The answer to the bot's question, by number; only while one is open. */
export function answerIn({ text, hearing }: Heard): Intent | null {
  if (!hearing.questionOpen) return null;
  const option = /^(?:选|第|答|是)?\s*([1-9一二三四五六七八九])\s*(?:个|项|号|吧|。|、)*$/.exec(text)?.[1];
  if (option === undefined) return null;
  const worded = '一二三四五六七八九'.indexOf(option) + 1;
  return { intent: 'choose', option: worded > 0 ? worded : Number(option) };
}

/** 撤销, 报错了，撤回刚才那条 */
export function undoIn({ text }: Heard): Intent | null {
  if (text.length > 24 || /一条消息|会议|活动|项目|处分|可取消|已撤/.test(text) || /["“”]/.test(text))
    return null;
  const undone =
    /^(?:.{0,12}[，,。！! ])?(?:请|帮我|麻烦|我要|先)?(?:撤销|撤回|取消)(?:上一条|刚才.{0,4}|前面.{0,4}|一下|上条|那条|掉|吧|了|我的.{0,6}|这条|上一个)?[。!！吧 ]*$/.test(
      text,
    ) || /(?:刚才|上一条|上条|前面|刚刚)[^。]{0,10}(?:不算|作废|撤销|撤回|取消)/.test(text);
  return undone ? { intent: 'undo' } : null;
}

/** A case code and that somebody went there. */
export function visitIn({ text }: Heard): Intent | null {
  const number = /(?<![A-Za-z\d])[Cc]\s?-?\s?(\d{4})(?!\d)/.exec(text)?.[1];
  const went = /走访|家访|入户|去看|看了|看望|上门|去了|见到|随访|到家/.test(text);
  if (number === undefined || !went || /没|未|[?？]|明天|计划|准备|请/.test(text.replace(/未成年/g, '')))
    return null;
  return { intent: 'visit', case: `C-${number}`, note: text };
}

const OWN = /我们?村|本村|咱们?村|我们|我的|我办|我所|我单位|本单位|咱们|俺|我委|我校|我院|我这/;
const TOPICS: readonly (readonly [QueryTopic, RegExp])[] = [
  ['ranking', /排名|排行|排第几|第几名|名次|排多少|排在第/],
  ['score', /得分|查分|多少分|几分|考核分|扣(?:了)?(?:好多|多少|几|我们|我)?(?:村)?(?:的)?分|分数/],
  ['overdue', /(?:逾期|超期|过期|超时)/],
  [
    'mine',
    /我的任务|任务清单|查任务|看任务|待办|要(?:做|交|报)哪些|(?:还有|还差|还剩|还欠|有)[^。]{0,8}(?:哪些|几项|几个|什么|多少|哪几)|(?:哪些|哪几项|几项)[^。]{0,6}(?:没|未|要|任务)|没(?:做|报|完成)的/,
  ],
  [
    'help',
    /^(?:帮助|help|使用说明|说明|功能|菜单)$|怎么用|咋个用|咋用|如何使用|怎么使用|你能做(?:什么|啥)|你会(?:什么|啥)|怎么(?:报|上报|填报)进度|能干(?:什么|啥)/,
  ],
];
const BARE =
  /^(?:排名|排行|排行榜|得分|我的得分|逾期|我的任务|任务|查任务|查分|查得分|帮助|我的排名|查排名|看下?排名|看下排行|待办)[。?？!！]*$/;
const ASKING =
  /[?？]|吗|哪些|几项|几个|多少|好多|第几|几分|什么|有没有|看下|看看|查|查一下|发一下|了$|列一下|还有|好久|几时|哪天|没有$|怎么|咋/;
const ABOUT_TASK =
  /什么时候|啥时候|几时|好久|哪天|几号|到期|截止|期限|时限|什么要求|啥要求|怎么样了|报上去(?:没|了没)|(?:报|交)(?:了|上)?没有?$|通过(?:了)?(?:没有|没|吗)|核验(?:了)?(?:没有|没|吗)|进度(?:多少|怎么样|如何|到哪)|多少了|是多少|还差多少|要做(?:什么|啥)|要交(?:什么|啥)|需要(?:什么|啥)/;

const OWN_OVERDUE = /^(?:有没有)?(?:逾期|超期)(?:的|了)?(?:有)?哪些|^哪些(?:任务)?(?:逾期|超期)/;
const OF_OTHERS = /你们|他们|哪个村|谁/;

/** A question about one of the topics: with a bare word, or asked of the bot or about the own unit. */
function topicIn({ text, addressed }: Heard): Intent | null {
  const about = TOPICS.find(([, shape]) => shape.test(text))?.[0];
  if (about === undefined) return null;
  if (BARE.test(text)) return { intent: 'query', about, task: null };
  const own = OWN.test(text) || OWN_OVERDUE.test(text);
  const asked = ASKING.test(text) || (addressed && about !== 'mine');
  if (!asked || !(addressed || own)) return null;
  const elsewhere = isForeign(text) || isUnreal(text.replace(/哪个/g, ''));
  return elsewhere ? null : { intent: 'query', about, task: null };
}

const ASKING_WHAT = /[?？]|什么|啥|几|好久|哪|没|吗|如何|怎么|截止|到期|多少/;

/** A question about one task: when it is due, what it asks for, how it stands. */
function taskAskedIn(heard: Heard): Intent | null {
  const { text } = heard;
  if (!ABOUT_TASK.test(text) || !ASKING_WHAT.test(text) || /大家|注意|请/.test(text)) return null;
  const task = taskMeant(heard);
  return task === null ? null : { intent: 'query', about: 'task', task };
}

/** A question for the bot. */
export function queryIn(heard: Heard): Intent | null {
  const { text, addressed, hearing } = heard;
  const others = OF_OTHERS.test(text) || (/各村/.test(text) && !addressed);
  if (text.length > 40 || others || namesOtherUnit(text, hearing.unit)) return null;
  if (isNotice(text) && !addressed) return null;
  return topicIn(heard) ?? taskAskedIn(heard);
}

const ACK =
  /^(?:(?:示例)?[一-龥]{0,8}(?:村|办|所|委|联|校|院))?[，, ]*(?:好的?|好嘞|嗯+|行|是|明白|要得|OK|ok)?[，,。!！ ]*(?:我村|我们|已经?)?[，, ]*收(?:到|悉)[了。!！~ ]*(?:收到)*[，,。!！~ ]*(?:谢谢|感谢|辛苦|明白|好的|知道|请领导|马上|立即|立刻|我们?|会|一定|尽快|抓紧|这就|按|照|保证|领导|落实|安排|办|处理|晚点|今天|明天).{0,20}$/;
const BARE_ACK =
  /^(?:(?:示例)?[一-龥]{0,8}(?:村|办|所|委|联|校|院))?[，, ]*(?:好的?|好嘞|嗯+|行|是|明白|要得)?[，,。!！ ]*(?:已经?)?收(?:到|悉)[了哈啊。!！~ ]*(?:收到[了。!！~ ]*)*$/;
const SPOKEN_ACK =
  /^(?:好的?|好嘞|行|要得|明白)[，,。! ]*(?:马上|立即|立刻|这就|尽快|我们?)?(?:去|就)?(?:办|落实|处理|安排|弄|搞|改|补)[。!！~ ]*$/;
const PRIVATE_ACK = /^(?:好的?|好嘞|要得|行|可以|明白了?|知道了|晓得了|OK|ok|没问题)[哈啊的了。!！~ ]*$/;

/** 收到 */
export function ackIn({ text, quote, addressed, hearing, mentionsOther }: Heard): Intent | null {
  if (mentionsOther || isNotice(text)) return null;
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
  const child = /孩子|小孩|儿童|学生|女孩|男孩|未成年|女生|男生|女娃|男娃|娃/.test(text);
  const trouble =
    /线索|反映|举报|疑似|被[^，。]{0,6}(?:打|骂|欺负|虐待|侵害)|没人管|无人(?:管|照)|辍学|没(?:有)?(?:去)?(?:上学|读书)|离家出走|流浪|受伤|失踪|早婚|怀孕|性侵|家暴|挨打|结婚|订婚|怀了/.test(
      text,
    );
  const told = /^(?:线索|线索上报|反映|举报)[::,， ]/.test(text);
  return told || (child && trouble) ? { intent: 'lead', note: text } : null;
}
