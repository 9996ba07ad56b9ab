/** Intents that are told by their own words: binding, answers, undoing, visits, 收到, leads. */
import { namesOtherVillage } from './chatter.ts';
import type { Heard } from './heard.ts';
import type { Intent } from './intent.ts';
import { strangeIn } from './strange.ts';

const BIND =
  /^[^\d]{0,8}绑定[^\d]{0,8}(\d{3}\s?\d{3})(?:[，,。!！\s][^\d]{0,14})?$|^(\d{6})[，,\s]*绑定[。!！\s]*$/;

/** 绑定 482913, 绑定本群 771204, 我的绑定码是 730165; what is said to somebody else binds nobody. */
export function bindIn({ text, toOther }: Heard): Intent | null {
  if (toOther) return null;
  const match = BIND.exec(text);
  const code = match?.[1] ?? match?.[2];
  return code === undefined ? null : { intent: 'bind', code: code.replace(/\s/g, '') };
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
    `^(?:撤销|撤回|取消)[，,。！! ].{0,12}$`,
    `${THAT_ONE}[^。]{0,8}${TAKEN_BACK}`,
    `${TAKEN_BACK}(?:掉|了)?${THAT_ONE}`,
  ].join('|'),
);

const MOST_STRANGE_TO_UNDO = 5;

/** 撤销, 报错了，撤回刚才那条 */
export function undoIn({ text, hearing }: Heard): Intent | null {
  if (text.length > 24 || /一条消息|会议|活动|项目|处分|可取消|已撤|通知|公告|["“”?？吗]/.test(text))
    return null;
  if (!UNDO.test(text)) return null;
  // 法院把处罚决定撤销了 takes something else back.
  return strangeIn(text, [], hearing).before <= MOST_STRANGE_TO_UNDO ? { intent: 'undo' } : null;
}

const CASE = /(?<![A-Za-z\d])[Cc]\s?-?\s?(\d{4})(?!\d)/g;
const WENT = /走访|家访|入户|去看|看了|看过|看望|上门|去了|去过|到过|见到|随访|到家|走过|跑了一趟|去走/;
const NOT_GONE =
  /(?:没|未(?!成年))[^，。]{0,2}(?:去|到|走|见|入|看|上门)|[?？]|(?:没|没有|吗)[。\s]*$|明天|计划|准备|请|听说|据说/;

/** Cases by their codes, and that the sender went there. */
export function visitIn({ text, quote, hearing }: Heard): Intent | null {
  const codes = [...(/\d{4}/.test(text) ? text : quote).matchAll(CASE)].map(([, number]) => `C-${number}`);
  const [first, ...also] = new Set(codes);
  if (first === undefined || !WENT.test(text) || NOT_GONE.test(text) || namesOtherVillage(text, hearing))
    return null;
  return { intent: 'visit', case: first, ...(also.length > 0 ? { also } : {}), note: text };
}

/** Who answers, and 收到 in its shapes. */
const RECEIVED =
  /^(?:(?:示例)?[一-龥]{0,8}(?:村|办|所|委|联|校|院)[，, ]?)?(?:(?:好的?|好[了嘞]|嗯|行|是|明白|要得|OK|ok)[，,。!！ ]?)*(?:(?:我村|我们|已经?)[，, ]?)?收(?:到|悉)[了哈啊啦]?(?:[，,。!！~ ]?收到[了哈啊]?)*([，,。!！~ ]*)/;
/** What may follow without a mark between. */
const AND_SO =
  /^(?:谢谢|感谢|辛苦|明白|晓得|知道|知晓|马上|立即|立刻|这就|我们?会|我们?马上|请领导放心|照办|遵照|一定|尽快|抓紧)/;
/** A longer answer says more than that. */
const SHORT_ANSWER = 20;
const REPORTED = /完成|办结|搞定|弄[好完]|更新|报送|办好|做完|[好完齐]了/;
const FIGURE_OR_QUESTION = /[\d%?？@]/;
/** 收到，一定按时完成: what is promised, with no day and of no task. */
const PROMISED =
  /^(?:我们?村?|本村)?(?:也|都)?(?:一定|会|保证|尽快|马上|抓紧|立即|立刻|确保|力争|努力)+(?:会|按时|按期|如期|尽快|及时|按要求|保质保量)*(?:完成|办结|办好|弄好|弄完|做好|做完|搞定|报送)(?:任务|工作|到位|的|好|[。！!~ ])*$/;

/** 收到；收到，准时参加；收到马上办: received, and nothing reported or asked beside it, nor promised of a task quoted. */
function isReceived(text: string, quote: string): boolean {
  const head = RECEIVED.exec(text);
  if (head === null) return false;
  const rest = text.slice(head[0].length);
  if (rest === '') return true;
  if (head[1] === '' && !AND_SO.test(rest)) return false;
  if (rest.length > SHORT_ANSWER || FIGURE_OR_QUESTION.test(rest)) return false;
  return !REPORTED.test(rest) || (quote === '' && PROMISED.test(rest));
}

const SPOKEN_ACK =
  /^(?:好的?|好嘞|行|要得|明白)[，,。! ]*(?:收到)?[，,。! ]*(?:马上|立即|立刻|这就|尽快|抓紧|我们?)?(?:去|就)?(?:办|落实|处理|安排|弄|搞|改|补)[。!！~ ]*$/;
const PRIVATE_ACK =
  /^(?:好的?|好嘞|嗯|要得|行|可以|明白了?|知道了|晓得了|OK|ok|没问题|[，, ])+[哈啊的了。!！~ ]*$/;

const LONGEST_ACK = 40;

/** 收到 */
export function ackIn({ text, quote, addressed, hearing, mentionsOther }: Heard): Intent | null {
  if (text.length > LONGEST_ACK || mentionsOther || /请各|各(?:村|单位)|大家|@/.test(text)) return null;
  const said =
    isReceived(text, quote) ||
    (hearing.where === 'private' && PRIVATE_ACK.test(text)) ||
    ((addressed || quote !== '') && SPOKEN_ACK.test(text));
  return said ? { intent: 'ack' } : null;
}

/** Whom a lead is about. */
export const CHILD =
  /孩|儿童|学生|[初高]中生|小学|未成年|女生|男生|女娃|男娃|娃|幼儿|童工|姑娘|女儿|儿子|孙|读书|辍学|失学/;

/** A lead about a child, told in private. */
export function leadIn({ text, hearing }: Heard): Intent | null {
  if (hearing.where !== 'private') return null;
  const child = CHILD.test(text);
  const trouble =
    /线索|反映|举报|疑似|被[^，。]{0,6}(?:打|骂|欺负|虐待|侵害)|没人管|无人(?:管|照)|辍学|没(?:有)?(?:去)?(?:上学|读书)|(?:不想|不去|不让|不能)(?:读书|上学)|婆家|嫁人|离家出走|流浪|受伤|失踪|早婚|怀孕|性侵|家暴|挨打|结婚|订婚|怀了/.test(
      text,
    );
  const told = /^(?:线索|线索上报|反映线索|上报线索|反映|举报)[::,， ]/.test(text);
  return told || (child && trouble) ? { intent: 'lead', note: text } : null;
}
