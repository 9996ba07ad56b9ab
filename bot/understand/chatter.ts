/**
 * What must not be recorded (无关消息): notices, requests to others, other units' business, other lines of work,
 * questions, conditions, examples. A false record is worse than a missed one (chat.md).
 */
import type { Hearing } from './intent.ts';
import { lastKept } from './lazy.ts';

/** Addressed to others: a notice, a request, a template. */
const NOTICE = [
  /(?<!申)请(?!领导|核|查收|审|批|知悉|问|假|求|您|指示|指正|放心|看|帮)(?:各|大家|于|未|抓紧|准时|尽快|所有|联络员|示例|相关|有关|把|在|全体|对照|按|速|务必|继续|及时|报|填|以|认真)/,
  /(?:^|[，。\s])各[校所院][:，]|(?:^|[请@，。！:\s对叫让把])(?:各|每个?|所有)(?:村|单位|部门|联络员|位联络员|社区|科室|办|站)(?!里|委)|各(?:村|单位|部门)(?:要|须|应|都|均|请|务必|抓紧|做好|于|的)/,
  /抓紧(?:报|时间|把|上报|填)|务必|必须|记得|温馨提醒|友情提醒|【提醒】|【催办】|【通知】|^通知|(?:通知|通报|公告|提醒|转|转发)[:：]|^要求|通报批评|接龙|模板|格式|例如|比如|举例|(?:样例|范例|例子|例|参考)[:：]|示范|样表|范文|范本|样本|照(?:这个|着)(?:写|抄|填)/,
  /(?:没|未)(?:有)?(?:完成|报|办结|更新|弄完|做完)[^，。]{0,8}的(?:村|单位|请|抓紧|今天|部门|要|都)|的(?:村|单位|部门)(?:请|今天|要|必须|抓紧|除外)|所有人|完成[^，。]{0,8}的村/,
  /关于[^，。]{2,24}的(?:通知|函|方案|请示|通报)|下一步(?:要|，)|(?<![^，。:\s])除[^，。]{1,12}外|(?<![^，。:\s])按(?:照)?[^，。]{1,12}的?要求(?![^，。]{0,2}(?:我|本|已))|文件上|(?:没|未)[^，。]{1,8}的(?:今天|明天|请|要|抓紧|赶紧)|有的村|有些村|个别村|才(?:能|可以)下班|命苦|讨价还价|没必要|催(?:吧|个)|(?:更新|完成|报)了?之后/,
  /(?:已记录|未记录|已撤销|已附到|已提交延期申请|退回|同意延期)[|｜]|待核验。发|聊天记录|^转发|^转:|^转：|撤回了一条消息|督办提醒/,
  /大家(?:注意|抓紧|按|记得|都要|把|要|尽快|看看)|记得(?:报|把|更新|完成)|别忘|麻烦(?:把|各|大家|你|发)|辛苦(?:大家|各位)(?!领导)|你把|你们把|帮(?:我|忙)(?:把|填|弄|查)|发我|发一下|发给我|转给|请(?!领导|您|假)[^，。；]{1,8}(?:准备|参加|到场|到会|带好)/,
];

/** Hearsay, wishes, conditions, talk about the work rather than of it. */
const UNREAL = [
  /(?:^|[，。])若(?!干)|若果|(?:^|[，。])只要|(?<!比|较|跟|同|和)(?:去年|当年|往年|前年|上一任)(?!同期)|[「“『"][^」”』"]{0,20}(?:完成|办结|已更新|\d\s?%)[^」”』"]{0,10}[」”』"]|上学期|(?<![跟和比])以前|那时候|大家当时|才算|早报过了|那是[^，。]{1,4}的[数事]|[要须]达到|不低于|÷|如果|假设|(?<!主)要是|假如|若是|倘若|万一|(?<!\d)的话|等[^，。；]{1,14}(?:再|后|之后|了再)|(?:完成|更新|弄完|报|办结)[^，。]{0,8}?(?:后|以后|之后)(?:请|再|要|才|在|就)/,
  /我?(?:觉得|认为|感觉|以为)|早该|才怪|个鬼|(?<![没未][^。；]{0,12}[，；](?:因为|主要是?)?[^，。；]{0,6})系统[^。；]{0,14}(?:登|进|打)不(?:上|进|开)去?了?(?:$|[。！])|不现实|每(?:个)?(?:月|周|季度?|次|年)[^，。]{0,4}要|听说|据说|问了|问过|打听|不(?:晓得|知道|清楚|确定)|算不算|^目标(?:是|为|:)|听领导说|开玩笑|哈哈|(?<!检察|一号)建议(?!书)|希望|恭喜|祝|(?:书记|主任|领导|镇长|站长|所长|组长|局里|县里|县上|区里|市里|省里|上级|上面|街道|会上|文件)[^，。]{0,4}(?:要求|强调|指出|讲|说|部署|规定|交代)|(?<![按照])要求[^，。]{0,8}(?:达到|完成|在)|说是|不用报|没有?收到|截止日期|标准|考核(?:要求|细则)|分制|合格|上次说|领导很|好像|大概完成了吧|估计(?:是|应该)/,
  /(?<!等|给|交|报|送|到)你们|你(?:那边|那里|那儿|家|村)|他们|她们|(?<!成年|户)人家|隔壁|别的村|其他村|别人|兄弟村|邻村|外村|\d个?(?:村|单位)(?:没|未|还|完成|已|报)|[一二两三四五六七八九十几]个(?:村|单位)(?:没|未|还|完成|已|报)|(?:通知|模板|格式|样表)[^，。]{0,4}(?:发|转|下载|看)|哪位|哪些村/,
];

/** Other lines of work, and words that make a matching word mean something else. */
const FOREIGN =
  /医保|合作医疗|新农合|社保|养老(?:保险|金|认证)|疫苗|接种|核酸|体检|两癌|家庭医生|秸秆|禁烧|森林|防火|消防|火灾|防汛|防洪|汛期|防溺水|溺水|塘|河道|水库|高标准|农田|春耕|烤烟|移栽|种植|养殖|产业|合作社|人居环境|厕所|厕改|污水|垃圾|庭院|路灯|公路|公里|道路|修路|围墙|操场|低保|脱贫|扶贫|防返贫|监测户|危房|住房|地灾|征地|拆迁|征兵|兵役|退役|老兵|残疾|老年|老人|高龄|人口|普查|经济普查|选举|换届|党员|党建|党课|主题教育|学习强国|青年大学习|志愿|反诈|电信诈骗|电动车|上牌|交通|交安|道安|信访|积案|维稳|扫黑|禁种|铲毒|调解|纠纷|选民|代表联络|联络站|文明实践|卫生室|综治中心|中考|高考|食堂|期末|报名|招生|控辍|毕业|缴费|收缴|电费|水费|快递|物价|增长|GDP|签约|招标|投资|项目(?!款)|预警响应|台风|暴雨|大雨|高温|冰雹|凝冻|气象|响应|马甲|防疫|满意度|信用|土地|承包|确权|耕地|林长|河长|环保|文明城市|卫生城市|创文|创卫|救助发放|临时救助|孝|彩礼|移风易俗|app更新|版本|缴纳|入党|食品安全|药品|安全生产|燃气|自建房|城管|市容|最美|儿童节|劳动节|国庆|放假|消费者|会议(?:取消|延期|改)/;
const WARNING = /[红橙黄蓝]色(?:预警|暴雨|台风|响应|警报|等级响应)/;

const QUESTION =
  /[?？]|(?:是|算|按)[^，。；]{1,8}还是|没得$|(?:完|好|了|成|报|交|到|齐|建|更新)(?:没有|没得|没|不)(?=[，。！!\s])|吗[。!！~\s]*$|吗[，,]|(?:没有|(?<!还)没|(?<![行得])不)[。\s]*$|(?:了|好)没[。\s]*$|(?<!没)怎么(?!关爱|考|报)|咋个|咋|什么|为什么|哪里|到哪|多久|(?:进展|进度|情况)怎么样|多少|几时|好久|好不好|能不能|可不可以|是不是|有没有/;

/** A village as it is called among villages: 三村, 示例三村. */
const VILLAGE = /(?:示例)?[一二三四五六七八九十]{1,3}村(?!里|民|级)/g;
/** Is a village, as it is called, that unit? 一村 is not 示例十一村. */
const isThatVillage = (name: string, unit: string): boolean => unit === name || unit === `示例${name}`;

/** The villages that a text names; most name none, and are spared the search. */
const villagesIn = (text: string): Iterable<RegExpExecArray> =>
  text.includes('村') ? text.matchAll(VILLAGE) : [];
/** What comes before somebody gone to or worked with, other than spoken of. */
const WITH =
  /(?:去|到|赴|对|在|往|帮扶|下|跟|和|与|同|请|向|会同|联合|配合|给|报|交|对接|对口的?|联系的?|结对的?|、)$/;

const spokenOf = (text: string, at: number): boolean => !WITH.test(text.slice(Math.max(0, at - 4), at));

/** Does the text speak of another village than the sender's, other than as somebody gone to? */
export function namesOtherVillage(text: string, { unit }: Pick<Hearing, 'unit'>): boolean {
  for (const { 0: name, index } of villagesIn(text)) {
    if (!isThatVillage(name, unit) && spokenOf(text, index)) return true;
  }
  return false;
}

/** Every place of a name in a text. */
function placesOf(text: string, name: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); name !== '' && at >= 0; at = text.indexOf(name, at + name.length))
    places.push(at);
  return places;
}

/** The same of any unit. */
export function namesOtherUnit(text: string, { unit, units = [] }: Pick<Hearing, 'unit' | 'units'>): boolean {
  const isOther = (name: string): boolean =>
    name !== unit && placesOf(text, name).some((at) => spokenOf(text, at));
  return namesOtherVillage(text, { unit }) || units.some(isOther);
}

/** Where a text names a unit. */
interface NamedAt {
  start: number;
  end: number;
  /** The sender's own. */
  own: boolean;
}

/** Where a text names units: villages as they are called, then every unit by its name. */
export function unitsIn(text: string, { unit, units = [] }: Pick<Hearing, 'unit' | 'units'>): NamedAt[] {
  const villages = [...villagesIn(text)].map(({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
    own: isThatVillage(name, unit),
  }));
  const said = [unit, ...units].filter((name) => text.includes(name));
  const names = said.flatMap((name) =>
    placesOf(text, name).map((start) => ({ start, end: start + name.length, own: name === unit })),
  );
  return [...villages, ...names];
}

export const isNotice = lastKept((text: string): boolean => NOTICE.some((shape) => shape.test(text)));
/** A village that speaks of the whole sub-district does not speak of itself. */
const WIDER = /全街道|全镇|全县|全区|全市|全省/;
const isVillage = (unit: string): boolean => /(?:村|社区)$/.test(unit);

export const isUnreal = lastKept(
  (text: string, unit: string): boolean =>
    UNREAL.some((shape) => shape.test(text)) || (isVillage(unit) && WIDER.test(text)),
);
export const isForeign = (text: string): boolean => FOREIGN.test(text) || WARNING.test(text);
export const isQuestion = (text: string): boolean => QUESTION.test(text);
