/** Step 1: one spelling for what people write in many (规范化). */
import { withoutPoliteness } from './politeness.ts';

export interface Message {
  /** What the sender says, without quote, mentions, emoji and placeholders. */
  text: string;
  /** What was quoted (「…」 above a line of dashes); '' where nothing was. */
  quote: string;
  /** The bot is mentioned in the text. */
  mentionsBot: boolean;
  /** Somebody else is. */
  mentionsOther: boolean;
}

const BOT = /^(?:督办助手|督办(?![\p{Script=Han}])|机器人|小督)/u;
const QUOTE = /^\s*「([^」]*)」\s*\n(?:\s*-){3,}\s*\n?/;
/** [强], [图片]: WeChat's own words for what is no text. */
const PLACEHOLDER = /\[(?!\s*[\d０-９])[^[\]\n]{1,8}\]/g;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}/gu;
const DASHES = /[‐‑‒–—―−ー﹣－~～]/g;

/** Slips of hand and voice that are common, and dialect words, each to its usual spelling. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/台帐|台长(?=更新|动态)/g, '台账'],
  [/己(?=经|完|办|报|更|建|挂|落|制|印)/g, '已'],
  [
    /以(?=(?:完成|办结|更新|建[成好完]|挂[牌好上]|经|印发|走访|配[齐好]|报[送完上]|制定|组建|召开|落实|整改|处置|发放|上报|到位|结束|开展)(?![^，。；]{0,12}(?:为|方式|形式|来)))/g,
    '已',
  ],
  [/牌牌/g, '牌子'],
  [/(?<=\d-\d{1,2}[^，。]{0,6})(?:ok|done)了?(?=$|[，。！!\s])/gi, '完成了'],
  [/(?<=[\u4e00-\u9fff])\s?ok了/gi, '好了'],
  [/娃娃|娃儿|细娃/g, '孩子'],
  [/(?:搞|整|弄|做)?(?:归一|巴适|伸展|刹果|刹割|抻展|利索|熨帖)了?/g, '弄好了'],
  [/莫得/g, '没得'],
  [/(?<=\d)\s?趴/g, '%'],
  [/好老(?=$|[，。！!\s])/g, '好了'],
  [/百分之\s+/g, '百分之'],
  [/咯|喽|啰|嘞|哒|噻|啦/g, '了'],
  [/了了/g, '了'],
];

const DIGITS = '零一二三四五六七八九';
const digit = (char: string): string => {
  const at = DIGITS.indexOf(char);
  return at < 0 ? char : String(at);
};
/** 二点一杠三, 2点1杠2: a code as it is spoken. */
const SPOKEN_CODE =
  /([一二三四五六七八九1-9])[点.]([一二三四五六七八九1-9])\s?(?:杠|横|-|减)\s?([一二三四五六七八九1-9])/g;
/** 2.1一3: the dash as it looks. */
const DASH_LIKE = /(?<=(?<![\d.])[1-9]\d?\.\d{1,2}\s?)[一ー](?=\s?\d{1,2}(?![\d.]))/g;
/** 2.1 - 3, 2,1-3, 2.1_3 */
const LOOSE_CODE = /(?<![\d.])([1-9]\d?)\s?[.,。·]\s?(\d{1,2})\s?[-_]\s?(\d{1,2})(?![\d.]*\d)/g;

/** 2—1—3 */
const DASHED_CODE = /(?<![\d.-])([1-9])\s?-\s?(\d)\s?-\s?(\d)(?![\d-]|[号日楼栋室年月])/g;

/** A character of each slip: most texts have none, and are spared the search. */
const MAY_BE_SLIP = /百分之\s|[利熨帐长己以娃归巴伸抻刹莫趴老咯喽啰嘞哒噻啦]|牌牌|了了|ok|done/i;

const spelled = (text: string): string =>
  MAY_BE_SLIP.test(text) ? SPELLINGS.reduce((line, [slip, usual]) => line.replace(slip, usual), text) : text;

const MAY_BE_CODE = /点|\d\s?[.,。·-]\s?\d|[一二三四五六七八九]\./;

const coded = (text: string): string =>
  MAY_BE_CODE.test(text)
    ? text
        .replace(DASH_LIKE, '-')
        .replace(SPOKEN_CODE, (_, a: string, b: string, c: string) => `${digit(a)}.${digit(b)}-${digit(c)}`)
        .replace(LOOSE_CODE, '$1.$2-$3')
        .replace(DASHED_CODE, '$1.$2-$3')
    : text;

const CIRCLED = /[①-⑳]/g;
/** Anything but plain Chinese, ASCII and the usual marks. */
const UNUSUAL = /[^\u4e00-\u9fff\u0020-\u007e，。；：！？、（）\n]/;
const FULL_WIDTH_MARKS = /[；：！？（）]/g;
const narrow = (mark: string): string => String.fromCharCode(mark.charCodeAt(0) - 0xfee0);

/** One width for signs and figures, one dash, no emoji. */
const unified = (text: string): string =>
  UNUSUAL.test(text)
    ? text.replace(CIRCLED, '；').normalize('NFKC').replace(DASHES, '-').replace(EMOJI, ' ')
    : text.replace(FULL_WIDTH_MARKS, narrow);

const plain = (text: string): string =>
  coded(spelled(unified(text)).replaceAll('~', '-'))
    .replaceAll(',', '，')
    .replaceAll(';', '；');

/** What a message quotes, as it stands, with the name of who said it; null where it quotes nothing. */
export function quoteIn(raw: string): { by: string; text: string } | null {
  const quote = QUOTE.exec(raw)?.[1];
  if (quote === undefined) return null;
  const [, by = '', text = quote] = /^([^：:\n]{1,30})[：:]([\s\S]*)$/.exec(quote) ?? [];
  return { by: by.trim(), text: text.trim() };
}

/** 喂督办助手我们…: called by its name, as who speaks into the phone does; 督办助手提醒 speaks of it. */
const CALLED =
  /(^|[，,。:：!！\s])(?:喂|哎|嗨)?[，,\s]*督办助手(?![是里的真今显发提说上记回])(?:你好|您好)?[，,:：!！\s]*(?=\S)/;
const MENTION = /@([^\s\u2005@]{1,20})[\s\u2005]?/g;

/** Takes a message apart into what is said, what is quoted and who is mentioned. */
export function normalise(raw: string): Message {
  const quoted = QUOTE.exec(raw);
  const quote = quoted?.[1] ?? '';
  let mentionsBot = false;
  let mentionsOther = false;
  const own = quoted ? raw.slice(quoted[0].length) : raw;
  const withoutMentions = () =>
    own.replace(MENTION, (_, name: string) => {
      if (BOT.test(name)) mentionsBot = true;
      else mentionsOther = true;
      return BOT.test(name) ? name.replace(BOT, ' ') : ' ';
    });
  const unmentioned = own.includes('@') ? withoutMentions() : own;
  const isCalled = unmentioned.includes('督办助手') && CALLED.test(unmentioned);
  if (isCalled) mentionsBot = true;
  const said = isCalled ? unmentioned.replace(CALLED, '$1') : unmentioned;
  const text = withoutPoliteness(
    plain(said.includes('[') ? said.replace(PLACEHOLDER, ' ') : said)
      .replace(/[^\S\n]+/g, ' ')
      .trim(),
  );
  return { text, quote: quote === '' ? '' : plain(quote), mentionsBot, mentionsOther };
}
