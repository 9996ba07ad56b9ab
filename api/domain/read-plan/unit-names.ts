/**
 * Names of units (单位名称) in a list as plans write them: 应急办、派出所和各村(社区)等部门. A name is given without
 * 街道 or 镇 before it, its brackets half width (product.md, "Rules of reading").
 */

/** The last word of a unit's name, or of a post in it. */
const UNIT_END =
  /(?:局|办|办公室|所|委|委员会|中心|站|院|校|学校|幼儿园|队|会|联|部|厅|科|室|组|公司|企业|社区|村|社|镇|乡|镇街|街道|政府|单位|部门|机构|法院|银行|窗口|专班|支部|党委|工委|网格|网格员|园|馆|处|署|集团|领导|班子|书记|主任|副主任|所长|站长|校长|组长|河长|林长|物业|成员|组织|人员|团队|热线|平台|楼长|委会|系统|条线|负责人)(?:\([^()]+\))?$/u;
/** Short names that end in no such word. */
const SHORT =
  /^(?:公安|教育|民政|司法|财政|卫健|卫生健康|人社|住建|城管|应急|消防|交警|交通|水务|水利|环卫|环保|生态环境|文旅|市场监管|农业农村|自然资源|综治|统战|宣传|网信|纪检|审计|信访|工会|妇联|团委|残联|工商联|人大|政协|武装|综合执法|执法|乡村振兴|退役军人|医保|供电|供水|燃气|电力|通信|移动|联通|电信|邮政|林业|气象|国土|规划|畜牧|民宗|科协|文联|团工委|团区委|村\(社\)|村\(社区\)|村社|家长|志愿者)$/u;
/** Everybody of a kind: 各村(社区), 全体成员单位. */
const EVERYBODY = /^(?:各|全体|所有|辖区)/u;
/** Nobody in particular: cannot be read as a unit where the sentence names no other. */
const VAGUE =
  /^(?:各|其他|街道|本)?(?:级|有关|相关|责任|牵头|配合|对应|主责|涉及)+(?:职能|责任|业务)?(?:部门|单位|科室|人员|方面|机构|领导)?$|^(?:专人|专职人员|专门人员|其|他|谁|自己|双方|本单位|本人|本部门|一名.*|部门|单位|人员|领导|组织|(?:各|本)单位自行)$/u;
/** Words that no unit's name holds. */
const VERB =
  /开展|坚持|发动|动员|引导|鼓励|支持|吸引|邀请|负责|落实|加强|推进|做好|制定|建立|进行|按照|根据|通过|围绕|针对|应当|要求|必须|需要|积极|切实|认真|及时|定期|发挥|完成|确保|承担|担任|配合|会同|牵头|共同|协调(?!办|中心|组)|统筹(?!办|中心|组)|督促|统一(?!战线)|具体|会商|后$|任组长|任副组长|兼任|任主任|依托|充分|实行|形成|强化|采取|做到|成立|明确|(?<![党团])组织(?!部|办|委|科|员|$|、|和)|[的了是在将把被让使给]/u;

const SEPARATORS = '、,;/·\n ';
const WORDS_BETWEEN = ['以及', '和', '及', '与', '或'];
const LONGEST = 24;

/** Part of a list: the name and the part it plays where the list says so in brackets: 教育办（牵头）. */
export interface NamedUnit {
  name: string;
  mark: 'lead' | 'support' | undefined;
}

/** Whether a text can be a name at all: short, of letters, without verbs. */
export const isName = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= LONGEST &&
  /^[\p{Script=Han}A-Za-z\d()·“”-]+$/u.test(name) &&
  !/^\d/u.test(name) &&
  !VERB.test(name);

/** Whether a name speaks of nobody in particular (有关部门, 专人). */
export const isVague = (name: string): boolean => VAGUE.test(name);

/** Whether a text can be nothing but a unit, even where the sentence does not say so. */
export const isUnit = (name: string): boolean =>
  isName(name) &&
  !isVague(name) &&
  (UNIT_END.test(name) || SHORT.test(name) || (EVERYBODY.test(name) && name.length <= 8));

const KEPT_PREFIX = /^(?:乡镇|镇街|镇村|村镇|城镇|集镇|小城镇|各|全|街道办|街道办事处|镇政府|镇人民政府)/u;
const PREFIX = /^(?:本|我|全)?(?:[xX×*○某]{1,4}|\p{Script=Han}{2,4}?)?(?<![乡村城集各重])(?:街道|镇)(?=.)/u;
/** What must not be parted from its 街道 or 镇. */
const REST_KEPT = /^(?:办|办事处|政府|人民政府|机关|[村街直属域区].*|\p{Script=Han}{1,2}[区市县].*)$/u;

/** A unit's name without 街道 or 镇 before it. */
export function withoutPrefix(name: string): string {
  const prefix = KEPT_PREFIX.test(name) ? null : PREFIX.exec(name);
  const rest = prefix === null ? name : name.slice(prefix[0].length);
  return rest.length < 2 || REST_KEPT.test(rest) ? name : rest;
}

/** Short names of units that are whole without 办 or 局. */
const OWN_NAME =
  /^(?:公安|消防|交警|纪检|信访|工会|妇联|团委|残联|工商联|人大|政协|武装|移动|联通|电信|邮政|供电|供水|科协|文联|团工委|团区委|村\(社\)|村\(社区\)|村社|家长|志愿者)$/u;
/** What an office deals with, where it is no name of its own: 农业农村和水利办 is one office. */
const isTopic = (name: string): boolean => SHORT.test(name) && !OWN_NAME.test(name);

/** Whether `和` at a place parts two units, or belongs to a name (文化和旅游局). */
function parts(before: string, after: string): boolean {
  const next = after.split(/[、,;/\s]|以及|[和及与]/u)[0] ?? '';
  const [left, right] = [trimmed(before), trimmed(next)];
  if (isTopic(left) && /(?:办|办公室|局|委|厅|科|所|站|中心)$/u.test(right)) return false;
  const leftEnds = isUnit(left) || isVague(left);
  return leftEnds && (isUnit(right) || isVague(right) || EVERYBODY.test(right) || /^其他/u.test(right));
}

/** The pieces of a list, not parted inside brackets. */
function pieces(list: string): string[] {
  const found: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < list.length; at++) {
    const char = list.charAt(at);
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const word = WORDS_BETWEEN.find((each) => list.startsWith(each, at));
    const between = word !== undefined && parts(list.slice(from, at), list.slice(at + word.length));
    if (!SEPARATORS.includes(char) && !between) continue;
    found.push(list.slice(from, at));
    at += between ? word.length - 1 : 0;
    from = at + 1;
  }
  return [...found, list.slice(from)];
}

const AND_OTHERS =
  /等\d{0,2}[家个]?(?:有关|相关|职能|责任|成员|行业)*(?:部门|单位|科室|站所|方面|力量)?$|等$/u;
const TOGETHER = /(?:按(?:照)?(?:各自)?(?:职责|职能)?(?:分工)?|共同|联合|分别|各自|指导)$/u;
const BEFORE_NAME = /^(?:由|请|及|和|与|并|以及|[:、,;.。]|\d[.、])+/u;
const trimmed = (piece: string): string =>
  piece.trim().replace(BEFORE_NAME, '').replace(TOGETHER, '').replace(AND_OTHERS, '').trim();

const MARKS: readonly [RegExp, NamedUnit['mark']][] = [
  [/\((?:共同|联合|总)?(?:牵头|主责|主办)(?:单位|部门)?\)$/u, 'lead'],
  [/\((?:配合|协办|协助)(?:单位|部门)?\)$/u, 'support'],
];

/** The units of a list, in its order; what is no name is given back as it stands, for the caller to judge. */
export function unitsOf(list: string): NamedUnit[] {
  return pieces(list).flatMap((piece) => {
    const whole = trimmed(piece);
    const [pattern, mark] = MARKS.find(([each]) => each.test(whole)) ?? [];
    const name = withoutPrefix(trimmed(pattern === undefined ? whole : whole.replace(pattern, '')));
    return name === '' ? [] : [{ name, mark }];
  });
}
