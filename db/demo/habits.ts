/** How each made-up unit works, so that the figures differ enough for a ranking to mean something. */
export interface Habits {
  /** Share of tasks submitted by the due day. */
  punctual: number;
  /** Of those not submitted by then, the share never submitted so far. */
  neglected: number;
  /** Share of submissions returned once. */
  returned: number;
  /** Share of one-off tasks for which an extension is asked. */
  extended: number;
  /** Share of reports made in the group rather than on the web. */
  byChat: number;
  /** Share of submissions that carry a picture or document. */
  withEvidence: number;
}

const habits = (punctual: number, neglected: number, returned: number, extended: number): Habits => ({
  punctual,
  neglected,
  returned,
  extended,
  byChat: 0.75,
  withEvidence: 0.3,
});

export const HABITS: Readonly<Record<string, Habits>> = {
  示例一村: habits(0.96, 0.1, 0.04, 0.02),
  示例二村: habits(0.91, 0.15, 0.06, 0.05),
  示例三村: habits(0.99, 0, 0.02, 0),
  示例四村: habits(0.84, 0.25, 0.08, 0.08),
  示例五村: habits(0.94, 0.1, 0.03, 0.03),
  示例六村: habits(0.72, 0.4, 0.12, 0.1),
  示例七村: habits(0.88, 0.2, 0.05, 0.05),
  示例八村: habits(0.97, 0.05, 0.05, 0.02),
  示例九村: habits(0.62, 0.5, 0.1, 0.06),
  示例十村: habits(0.9, 0.15, 0.04, 0.04),
  示例十一村: habits(0.79, 0.3, 0.1, 0.1),
  示例十二村: habits(0.86, 0.2, 0.06, 0.05),
  政法委: habits(0.95, 0.1, 0.02, 0.03),
  公共服务办: habits(0.93, 0.1, 0.03, 0.05),
  司法所: habits(0.9, 0.2, 0.05, 0.1),
  派出所: habits(0.83, 0.3, 0, 0),
  卫生院: habits(0.78, 0.35, 0.1, 0.2),
  中心校: habits(0.97, 0.05, 0.02, 0.05),
  人大办: habits(0.88, 0.2, 0, 0),
  妇联: habits(0.99, 0, 0.05, 0),
  团委: habits(0.85, 0.25, 0.08, 0.1),
  宣传办: habits(0.7, 0.4, 0.1, 0.2),
};

/** Why the made-up office returned something. */
export const RETURN_REASONS = [
  '佐证材料不全，请补充现场照片',
  '只报了总数，请按网格列明',
  '台账与上月数据对不上，请核对后再报',
  '缺少负责人签字页',
] as const;

/** Why a made-up unit asked for more time. */
export const EXTENSION_REASONS = [
  '设备采购还在走流程',
  '平台接口还没有批下来',
  '与上级部门的活动时间冲突',
] as const;
