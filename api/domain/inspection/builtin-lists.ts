/**
 * The check lists that the product ships with (内置检查清单): what the plan for the protection of minors, which asks for
 * 调度检查 in 四(一)5 and 五(五), demands of villages and of departments and an inspector can see on the spot.
 */
import type { CheckList } from './check-list.ts';

const item = (section: string, text: string) => ({ section, text, weight: null });

const VILLAGES: CheckList = {
  title: '村（社）未成年人保护工作检查清单',
  group: 'village',
  items: [
    item('四(一)3', '年度目标任务和进度安排已细化到人，有文有据'),
    item('四(二)1', '特殊未成年人电子台账齐全，最近一次更新在一个月内'),
    item('四(二)1', '农村留守儿童、困境儿童一人一档'),
    item('四(二)1', '组、网格有专人摸排，抽查的网格员说得清底数'),
    item('四(二)2', '发现线索的报告渠道已公布，知晓第一时间向谁报告'),
    item('四(二)4', '红、橙、黄、蓝四级对象的走访记录与要求的频次相符'),
    item('四(二)4', '橙色等级对象安排了“一对一”结对帮扶人员'),
    item('四(三)1', '儿童之家场所、制度、活动记录齐全，能正常开放'),
    item('四(三)1', '四类群体关爱保护机制已建立，由村（社）分管领导牵头'),
    item('四(三)2', '年度专项整治工作方案已制定并有落实记录'),
    item('四(三)4', '早婚早育存量按“三个一批”逐人建账，有消化进展'),
    item('四(四)2', '家庭教育指导活动有计划、有签到、有照片'),
    item('五(一)', '未成年人保护工作站已成立并挂牌，有专人负责'),
    item('五(四)', '村组、重点场所宣传标语和横幅在位，微信群按期发布宣传内容'),
  ],
};

const DEPARTMENTS: CheckList = {
  title: '部门未成年人保护工作检查清单',
  group: 'department',
  items: [
    item('四(一)2', '联络员固定，按期报送工作进度并参加例会'),
    item('四(一)3', '本单位责任清单、年度目标和进度安排已制定'),
    item('四(一)4', '对口帮扶村社的联系指导有记录，每季度不少于一次'),
    item('四(二)2', '转办的热线和线索有登记、有处置、有反馈'),
    item('四(二)3', '监护失职等信息向成员单位实时通报，有台账'),
    item('四(三)', '牵头的重点任务有方案、有专班、有进展'),
    item('四(四)', '牵头的保护防线有年度活动安排并按期开展'),
    item('五(二)', '工作制度已制定，责任落实到人'),
    item('五(三)', '年度工作经费已落实，支出有据'),
    item('五(四)', '宣传活动进乡村、社区、学校、企业、家庭，有记录'),
  ],
};

/** One for each ranking group. */
export const BUILTIN_CHECK_LISTS = { village: VILLAGES, department: DEPARTMENTS } as const;
