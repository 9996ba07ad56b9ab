/**
 * Which sections give somebody something to do (责任事项): not those of aims, principles and slogans
 * (product.md, "Rules of reading"), nor those that only inform.
 */

/** Headings of sections that say what for and why, or inform: 指导思想, 工作目标, 适用范围, 附则 … */
const AIMS =
  /指导思想|总体思路|总体要求|总体目标|目标要求|目标$|目标[和及与]|原则|背景|形势|意义$|必要性|依据|适用|范围$|对象$|现状|基本情况|总体情况|主题$|口号|理念|附则|名词|术语|联系方式|联系人|^其[他它](?:事项)?$|^总则$|^前言$|目的$|概况/u;
/** A name of four characters (整治范围), where a longer heading would be an act (扩大覆盖范围). */
const NAME = /^(?:\p{Script=Han}{2})?(?:对象|范围|目标|原则|主题|目的|依据|意义|背景|思想)(?:$|[和及与])/u;
const ACT = /^(?:明确|确定|摸清|扩大|完成|实现|锚定|紧盯|聚焦|突出|把握|确保|落实|细化|分解)/u;
/** Aims that are counted off are tasks: 目标任务. */
const TASKS = /任务|举措|措施|分工|职责/u;
/** Without subsections they are aims after all. */
const COUNTED_AIMS = /^(?:\p{Script=Han}{2})?(?:目标任务|任务目标|目标[和及与](?:主要)?任务)$/u;
/** Headings that call for the right spirit: the text must ask for more than spirit to be an item. */
const SLOGANS = /站位|认识|重视|思想|意识|自觉|共识|大局|责任感|使命感|担当/u;

/** What somebody does. */
const ACTION =
  /建立|健全|完善|开展|组织|制[定订]|落实|加[强大快]|强化|推[进动行广]|排查|整[治改]|检查|巡[查逻护]|宣[传讲]|培训|报[送告备]|上报|摸[排清底]|成立|组建|设[立置]|配[备齐]|明确|确[定保]|签订|督[促导查办]|指导|考核|评[估选比价]|通报|清[理除运扫淤洗]|修[复缮订]|建设|改[造建]|新建|更[新换]|安装|维[护修]|保障|[做抓]好|抓[实细]|实施|执行|召开|动员|部署|调度|统筹|协[调助]|处[置理]|受理|查[处验]|打击|取缔|关停|登记|建[档账成]|探访|走访|慰问|救[助援]|帮[扶教]|服务|发放|储备|演练|值[守班]|转[移运介]|预警|监[测管督控]|管[控护理]|治理|保洁|收[集缴]|回收|购买|聘请|编[制印]|印发|总结|表彰|追[究责]|问责|公[示开布]|引导|鼓励|支持|压实|细化|提[供升高]|优化|拓[展宽]|深化|规范|严[格厉]|创[建新]|打造|培[育养]|选[派聘]|安排|联系|对接|争取|筹[措集]|拨付|投[入放]|列入|纳入|审[查核批]|核[查实验]|验收|销号|听取|研[究判]|召集|张贴|悬挂|制作|播放|巩固|防[范控止]|消除|杜绝|遏制|化解|调[解处查]|劝[导阻]|负责|承担|履行|播种|种植|栽[植种]|养护|疏[浚通导散]|疏导|封[闭堵]|移[交送]|交[办接]|反馈|跟踪|回访|申[报请]|采[集购取]|录入|上[传门]|形成|构建|搭建|配合|牵头/u;
/** What somebody does that can be seen done, for sections that mostly call for the right spirit. */
const DEED =
  /制定|成立|组建|设立|建立|报送|上报|明确专人|确定专人|安排专人|指定专人|签订|配备|配齐|召开|列入|纳入|听取|研究部署|排查|整改|巡查|走访|建档|台账|培训|演练|安装|清理|检查|宣传活动|开展.{0,12}(?:活动|行动|工作|宣传|教育)/u;

/** Phrases that ask for the right spirit and for nothing that could be done by a day. */
const SPIRIT =
  /充分认识[^。;]{0,40}(?:重要性|意义|必要性|紧迫性)|高度重视|(?:切实)?提高(?:政治)?站位|(?:切实)?提高(?:思想)?认识|统一思想|各司其职|各负其责|(?:相互|互相|密切|积极|主动|加强|强化|协同|协调)+(?:配合|协作|协调|协同|联动|沟通|衔接)|通力(?:协作|合作)|形成.{0,8}合力|齐抓共管|(?:切实)?(?:落实|压实|强化|明确|履行|担起|负起|扛起).{0,8}(?:责任|职责)|(?:切实)?(?:加强|强化)(?:组织)?领导|精心组织|周密部署|狠抓落实|抓好落实|确保[^。;,]{0,16}(?:实效|成效|落到实处|落实|落地|见效|完成|到位)|增强[^。;]{0,30}(?:意识|责任感|紧迫感|使命感)|亲自抓|负总责|亲自[^。;,]{0,6}|摆上[^。;,]{0,8}日程|真抓实干|履职尽责|上下联动|(?:牵头|配合|责任|成员)(?:部门|单位)|发挥牵头作用|不折不扣/gu;

/** Only points elsewhere: 具体分工见下表. */
const POINTS_ELSEWHERE = /^[^。]{0,40}(?:见(?:下表|附件|附表)|如下|详见)[^。]{0,20}[:。]?\s*$/u;

const BEGINS_WITH_ACTION = new RegExp(`^(?:${ACTION.source})`, 'u');

/** Whether a heading names aims, principles or mere information. */
export function isAim(title: string, hasSubsections: boolean): boolean {
  const short = title.split(/[,，。:：]/u)[0] ?? '';
  if (short.length > 14 || ACT.test(short)) return false;
  if (NAME.test(short)) return !TASKS.test(short);
  if (COUNTED_AIMS.test(short)) return !hasSubsections;
  return AIMS.test(short) && !TASKS.test(short) && !BEGINS_WITH_ACTION.test(short);
}

/** 活动时间, 整治重点: the heading itself asks for nothing, though it holds a verb. */
const NOUN = /^.{0,6}(?:时间.{0,3}|重点|内容|方式|类)$/u;

/** A heading alone, above a table of people. */
const WHO_LEADS = /^(?:组织|领导|工作)(?:架构|机构|体系|小组)$/u;

/**
 * Whether the words of a section that is no aim ask somebody to do something. `named`: they name units, days or
 * frequencies, which is more than spirit.
 */
export function asksForAction(title: string, words: string, named: boolean): boolean {
  if (POINTS_ELSEWHERE.test(words.trim())) return false;
  const body = words.slice(title.length);
  if (WHO_LEADS.test(title) && body.trim() === '') return false;
  if (NOUN.test(title) && body.trim() !== '') return ACTION.test(body);
  if (named) return ACTION.test(words);
  return SLOGANS.test(title) ? DEED.test(body) : ACTION.test(words.replace(SPIRIT, ''));
}
