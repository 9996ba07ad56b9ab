/** Greetings and thanks around what is said (客套): taken off, so that a message means the same with them and without. */

const GREETED =
  '(?:尊敬的|敬爱的|亲爱的)?(?:各位|大家|领导|同事|同志|主任|书记|老师|未保办|街道|您|你|姐妹|兄弟|们|的|、)+';
const OPENING = new RegExp(
  [
    `^${GREETED}(?:早上|上午|中午|下午|晚上)?(?:好|辛苦了?|早)(?:[，。！!、~:：\\s]+|(?=[\\d一二我现]))`,
    `^${GREETED}[:：，]\\s*`,
    '^(?:报告|汇报|回复|反馈)(?:领导|主任|书记|各位领导|一下)?[:：，]\\s*',
    '^(?:不好意思|对不起|抱歉)[^，。！!\\d]{0,6}[，。！!]\\s*',
    '^(?:早上|上午|中午|下午|晚上)好[，。！!]\\s*',
  ].join('|'),
);
const CLOSING = new RegExp(
  [
    '[，。！!；\\s]*(?:谢谢|感谢|多谢|辛苦|劳烦|拜托)(?:领导|各位|了|您|大家|们|主任|书记|支持|理解|提醒|关心)*[。！!~\\s]*$',
    '[，。！!；\\s]+(?:请|望|烦请|麻烦)(?:领导|您|主任|未保办|办公室|街道)?(?:予以)?(?:审核|核验|核实|查收|查阅|审阅|指示|知悉|验收|批示|批评指正|登记|核|审)(?:一下|一哈)?[。！!~\\s]*$',
    '[，。！!；\\s]+特此(?:报告|汇报|回复)[。！!\\s]*$',
  ].join('|'),
);
/** 完成了哈: the tone after what is finished. */
const TONE = /(?<=[了好完成%的])[哈哦噢哟呀呐嘛啊哇哩]+(?=[。！!~\s]*$)/;

/** Takes one shape off a text again and again, as long as something is left. */
function without(shape: RegExp, text: string): string {
  let rest = text;
  for (let turn = 0; turn < 3; turn++) {
    const next = rest.replace(shape, '').trim();
    if (next === '' || next === rest) return rest;
    rest = next;
  }
  return rest;
}

/** What is said, without the politeness around it. What is nothing else stays as it is. */
export const withoutPoliteness = (text: string): string =>
  without(TONE, without(CLOSING, without(OPENING, text)));
