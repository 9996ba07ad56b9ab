/** What only looks as if it claimed something (看似有数的说法): names with figures, 一户不落, 没有变动, what is sent after the work. */
import { CODE_SHAPE } from './code.ts';
import { STRONG, WEAK } from './states.ts';

/** A task's code says nothing of how it stands. */
const CODE = new RegExp(`${CODE_SHAPE}(?:项|号(?!前|之前))?`, 'g');
/**
 * Figures of speech and names that only look as if something were counted (三个一批, 一户一策, 一份一份地, 五类场所 with no
 * other figure of its kind), and names that look like claims. What a plan calls its tasks is none of this: nothing here
 * names one.
 */
const NAMES =
  /[两三四五六七八九十]个一(?!共|起|直|样)|(?<!类[^。]{0,16})[三四五六七八九]类(?![^。]{0,16}[\d一二三四]\s?类)|一([\u4e00-\u9fff])一\1?|(?:第?[一二三四]|\d)季度|(?:完成|落实|推进|进展|整改|办理)情况|〔\d+〕\d+号|(?:截至|截止|到)?(?:目前|今天|现在)为止|截[至止](?:今天|目前)/g;
/** 一户不落, 没有哪份没建, 人手一份: that nothing is missing. */
const NOTHING_MISSING =
  /(?:没有?(?:哪|一)|(?<![\d二三四五六七八九十])一)[份户个家人所组条项]?[^，。；]{0,3}?(?:都|也|是)?(?:不|没|未)(?:有)?(?:剩|落|少|漏|欠|缺|差|拉|[^，。；]{1,4}到|[^，。；]{1,3}的)|没有未[^，。；]{1,5}的|人手一份/g;
/** 没有变动, 人数没变: that there was nothing to do. */
const NO_CHANGE =
  /(?:没|无)(?:有|得|人)?(?:什么|需要[^，。；]{1,4}的)?(?:变动|变化|变|新增|增加|新情况|异常|进没人出|问题|啥问题|红色等级的)|零新增/g;
/** 是已完成，不是未完成; 不是没做，是做完了 */
const NOT_SO = /[，,]?(?:不是|并非)[^，。；]{1,8}[，,]?(?=$|[。；]|是)/g;
/** 做完了，没来得及报: what is untold is done all the same. */
const UNTOLD =
  /(?:就差|就是|只是|一直|还|之前)*(?:没|未|忘了?)(?:来得及|顾得上|记得|网|时间)*(?:没|没有)?(?:报|说|吭声|登记|上报|填报|汇报|讲|回复|反馈)(?:上来|上去|上|给您?)?(?:了|而已)?/g;
/** 纸质的明天送来, 链接晚点发: what goes with the work, sent after it. */
const AFTERWARDS =
  /(?<=(?:完成|办结|完毕|完了|印发|好了|齐了)[，,。；]?)(?:明天|后天|下午|晚点|稍后|回头|周[一二三四五])[^，。；\n]{0,4}(?:发|送|补|上传|传)[^，。；\n完好成]*(?=$|[，。；])|(?:纸质|电子版|链接|照片|图片|影像|资料|材料|截图|原件|复印|扫描|备份|佐证|附件|文件稿?|清单|报表|表格|总结|名单|细化表)[^，。；\n]{0,8}(?:送|发|补|带|交|传|报|拿|寄|整理|归档|打印)[^，。；\n]*/g;

/** The text without what only looks like a claim. */
export function withoutIdioms(text: string): string {
  const said = text
    .replace(CODE, ' ')
    .replace(NAMES, ' ')
    .replace(NO_CHANGE, ' ')
    .replace(NOTHING_MISSING, '全')
    .replace(NOT_SO, '');
  if (!STRONG.test(said) && !WEAK.test(said)) return said;
  const told = said.replace(UNTOLD, ' ');
  const alone = told.replace(AFTERWARDS, ' ');
  return STRONG.test(alone) || WEAK.test(alone) ? alone : told;
}
