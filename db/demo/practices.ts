/** Practices (先进经验) that made-up units offered over the demo year. */
export interface DemoPractice {
  unit: string;
  title: string;
  body: string;
  at: string;
}

export const DEMO_PRACTICES: readonly DemoPractice[] = [
  {
    unit: '示例三村',
    title: '“五老”结对入户',
    body: '组织老党员、老教师与重点家庭结对，每周入户一次，当面核对台账，走访情况当天报送。',
    at: '2026-02-20T10:00:00+08:00',
  },
  {
    unit: '司法所',
    title: '法治课表统一排',
    body: '与中心校一起按学期排出法治副校长课表，开学前公布，每课留存教案和照片。',
    at: '2026-03-18T15:00:00+08:00',
  },
  {
    unit: '示例一村',
    title: '网格亮灯巡访',
    body: '网格员每周二晚上沿路巡访，发现线索当晚在群里报送，次日由村里核实处置。',
    at: '2026-05-12T09:30:00+08:00',
  },
  {
    unit: '示例六村',
    title: '儿童之家周末开放',
    body: '儿童之家周末由志愿者轮值开放，活动安排月初张贴，到场情况月底汇总。',
    at: '2026-06-10T16:20:00+08:00',
  },
];
