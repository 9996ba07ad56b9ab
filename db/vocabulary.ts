/**
 * The closed lists of the product: every word a column, a route or a rule may say.
 * Imports nothing, so that any room may read it. The Chinese word stands beside each.
 */

/** A calendar day in China (日期), `YYYY-MM-DD`; made by `api/domain/time/day.ts`. */
export type Day = string & { readonly __brand: 'Day' };

/** A row's number, kept from being taken for the number of another kind of row. */
export type Id<Of extends string> = number & { readonly __of: Of };
export type DomainId = Id<'domain'>;
export type UnitId = Id<'unit'>;
export type PersonId = Id<'person'>;
export type PlanId = Id<'plan'>;
export type ItemId = Id<'item'>;
export type TaskId = Id<'task'>;
export type AssignmentId = Id<'assignment'>;
export type RecordId = Id<'record'>;
export type EvidenceId = Id<'evidence'>;
export type RoomId = Id<'room'>;
export type ContactId = Id<'contact'>;
export type MessageId = Id<'message'>;
export type SchemeId = Id<'scheme'>;
export type AnnualId = Id<'annual'>;
export type ClaimId = Id<'claim'>;
export type ObjectionId = Id<'objection'>;
export type AnnualFileId = Id<'annualFile'>;
export type OrderId = Id<'order'>;
export type OrderEvidenceId = Id<'orderEvidence'>;
export type CheckListId = Id<'checkList'>;
export type InspectionId = Id<'inspection'>;
export type FindingId = Id<'finding'>;
export type ProblemId = Id<'problem'>;
export type InspectionEvidenceId = Id<'inspectionEvidence'>;

/** What a person may do (角色); what each role may is in `api/domain/permissions.ts`. */
export const ROLES = ['liaison', 'office', 'committee', 'leader', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A person's duty in the unit (职务): whom a reminder mentions. 联络员 · 单位负责人 · 分管领导 · 工作人员 */
export const DUTIES = ['liaison', 'head', 'leaderInCharge', 'staff'] as const;
export type Duty = (typeof DUTIES)[number];

/** Kinds of unit (单位类别): 县 · 街道 · 部门 · 村社 · 组 · 网格 */
export const UNIT_KINDS = ['county', 'subdistrict', 'department', 'village', 'group', 'grid'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Ranking groups (考核分组): units compared with each other. 村(社) · 部门 */
export const RANKING_GROUPS = ['village', 'department'] as const;
export type RankingGroup = (typeof RANKING_GROUPS)[number];

/** How a task is measured (计量方式): 里程碑 · 次数 · 百分比 */
export const MEASURES = ['milestone', 'count', 'percent'] as const;
export type Measure = (typeof MEASURES)[number];

/** A unit's part in an item (责任): 牵头 · 配合 */
export const PARTS = ['lead', 'support'] as const;
export type Part = (typeof PARTS)[number];

/** Life of a plan (方案状态): 草稿 · 已确认 · 已被新版取代 */
export const PLAN_STATES = ['draft', 'confirmed', 'superseded'] as const;

/** Life of an assignment (交办状态): 未开始 · 推进中 · 待核验 · 已办结 · 退回 */
export const ASSIGNMENT_STATES = ['open', 'active', 'submitted', 'done', 'returned'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** What became of words that were learned for a task (同义词建议): 待定 · 采纳 · 不采纳 */
export const WORDING_STATES = ['offered', 'accepted', 'refused'] as const;

/** Lights (亮灯), worst last: 蓝 已办结 · 绿 正常 · 黄 临期 · 红 逾期 */
export const LIGHTS = ['blue', 'green', 'yellow', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/**
 * Kinds of progress record (进展记录), append-only:
 * 报进度 · 报结 · 核验通过 · 退回 · 申请延期 · 同意延期 · 不同意延期 · 附证明材料 · 撤销
 */
export const RECORD_KINDS = [
  'reported',
  'submitted',
  'verified',
  'returned',
  'extensionAsked',
  'extensionGranted',
  'extensionRefused',
  'evidenceAttached',
  'undone',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** By which way something was said (渠道): 网页 · 聊天 · 手机页 · 定时任务 · 系统 */
export const CHANNELS = ['web', 'chat', 'phone', 'job', 'system'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Stages of reminding (提醒阶段): 临期提醒 · 当日提醒 · 催办 · 督办 · 督办单 */
export const REMINDER_STAGES = ['soon', 'today', 'overdue', 'escalated', 'order'] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

/** What a query is about (查询内容): 我的任务 · 某项任务 · 逾期 · 排名 · 得分 · 帮助 */
export const QUERY_TOPICS = ['mine', 'task', 'overdue', 'ranking', 'score', 'help'] as const;
export type QueryTopic = (typeof QUERY_TOPICS)[number];

/** Life of an incoming message (收件状态): 待处理 · 已处理 · 暂存(发送人未绑定) · 处理失败 */
export const INBOX_STATES = ['pending', 'handled', 'held', 'failed'] as const;
export type InboxState = (typeof INBOX_STATES)[number];

/**
 * Life of an outgoing message (发件状态): 待发 · 已发 · 过期 · 死信 · 结果不明(不再盲目重发) · 暂扣(疑似刷屏) · 已丢弃
 */
export const OUTBOX_STATES = ['queued', 'sent', 'expired', 'dead', 'unknown', 'held', 'dropped'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Gateways to chat (聊天通道). */
export const GATEWAYS = ['simulator', 'wechaty', 'wecom', 'wecom-webhook', 'paste'] as const;
export type GatewayName = (typeof GATEWAYS)[number];

/** How a gateway is (通道状态): 未启动 · 等待扫码 · 在线 · 离线 · 失聪(进程活着却收不到消息) */
export const GATEWAY_LIVES = ['off', 'scan', 'online', 'offline', 'deaf'] as const;
export type GatewayLife = (typeof GATEWAY_LIVES)[number];

/** Why a message goes out (发信缘由): 回复 · 私信提醒 · 到期提醒 · 核验结果 · 红色预警 */
export const OUTBOX_CAUSES = ['reply', 'notice', 'reminder', 'decision', 'alert'] as const;
export type OutboxCause = (typeof OUTBOX_CAUSES)[number];

/** Life of a scheme (考核方案状态): 草稿 · 已发布 · 已被新版取代 */
export const SCHEME_STATES = ['draft', 'published', 'superseded'] as const;
export type SchemeState = (typeof SCHEME_STATES)[number];

/** State of one line of a score (得分行状态): 已计分 · 未报 · 未到期 · 不适用 */
export const LINE_STATES = ['scored', 'missing', 'notDue', 'notApplicable'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Life of a supervision order (督办单状态): 草稿 · 已下发 · 已签收 · 已回复 · 已退回 · 已通报 · 已办结 · 已撤回 */
export const ORDER_STATES = [
  'draft',
  'served',
  'received',
  'answered',
  'returned',
  'raised',
  'closed',
  'withdrawn',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/**
 * What happens to a supervision order (督办单经过), append-only:
 * 起草 · 修改 · 下发 · 签收 · 附材料 · 回复 · 退回 · 通报 · 办结 · 撤回
 */
export const ORDER_EVENTS = [
  'drafted',
  'edited',
  'served',
  'received',
  'attached',
  'answered',
  'returned',
  'raised',
  'closed',
  'withdrawn',
] as const;
export type OrderEventKind = (typeof ORDER_EVENTS)[number];

/** Life of a check list (检查清单状态): 草稿 · 已发布 · 已被新版取代 */
export const CHECK_LIST_STATES = ['draft', 'published', 'superseded'] as const;
export type CheckListState = (typeof CHECK_LIST_STATES)[number];

/** Life of an inspection (调度检查状态): 待检查 · 已完成 · 已取消 */
export const INSPECTION_STATES = ['planned', 'completed', 'cancelled'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** What is found on an item of a check list (检查结果): 符合 · 不符合 · 不适用 */
export const VERDICTS = ['met', 'unmet', 'notApplicable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Life of a problem that an inspection found (问题状态): 待整改 · 待复查 · 已退回 · 已整改 · 已撤销 */
export const PROBLEM_STATES = ['open', 'reported', 'returned', 'rectified', 'withdrawn'] as const;
export type ProblemState = (typeof PROBLEM_STATES)[number];

/** What happens to a problem (整改经过): 列入问题 · 更正 · 报送整改 · 退回 · 复查通过 · 撤销 */
export const PROBLEM_EVENTS = ['raised', 'moved', 'reported', 'returned', 'accepted', 'withdrawn'] as const;
export type ProblemEventKind = (typeof PROBLEM_EVENTS)[number];

/** What happens to an inspection (检查经过), append-only: 安排 · 调整 · 取消 · 完成, and what happens to its problems. */
export const INSPECTION_EVENTS = ['planned', 'changed', 'cancelled', 'completed', ...PROBLEM_EVENTS] as const;
export type InspectionEventKind = (typeof INSPECTION_EVENTS)[number];

/** The admin's word on a day (节假日调整): 上班 · 休息 */
export const DAY_KINDS = ['work', 'rest'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** Outcome of a job's run (运行结果): 等待运行 · 运行中 · 成功 · 失败 · 暂停中，已略过 */
export const RUN_OUTCOMES = ['waiting', 'running', 'done', 'failed', 'skipped'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** Kinds of bulletin (通报种类): 周报 · 月通报 · 年度通报 · 专题通报 */
export const BULLETIN_KINDS = ['weekly', 'monthly', 'annual', 'special'] as const;
export type BulletinKind = (typeof BULLETIN_KINDS)[number];

/** Life of a bulletin (通报状态): 草稿 · 待签发 · 已签发 · 已印发 · 已撤回 */
export const BULLETIN_STATES = ['draft', 'submitted', 'signed', 'issued', 'withdrawn'] as const;
export type BulletinState = (typeof BULLETIN_STATES)[number];

export type BulletinId = Id<'bulletin'>;
export type PracticeId = Id<'practice'>;

/** Kinds of annual assessment (考核类别): 年度考核 · 试评, a rehearsal while the year still runs */
export const ANNUAL_KINDS = ['year', 'trial'] as const;
export type AnnualKind = (typeof ANNUAL_KINDS)[number];

/** Steps of the annual assessment (年度考核步骤), in order: 自评 · 考评 · 公示 · 复核 · 定档 */
export const ANNUAL_STEPS = ['self', 'review', 'notice', 'recheck', 'settled'] as const;
export type AnnualStep = (typeof ANNUAL_STEPS)[number];

/**
 * What happens to an annual assessment (考核进程), append-only:
 * 启动 · 转入考评 · 评分交卷 · 公开评分 · 公示 · 转入复核 · 签署定档 · 申请重开 · 不同意重开 · 同意重开
 */
export const ANNUAL_EVENTS = [
  'opened',
  'reviewBegan',
  'handedIn',
  'marksOpened',
  'noticePosted',
  'recheckBegan',
  'signed',
  'reopenAsked',
  'reopenRefused',
  'reopenGranted',
] as const;
export type AnnualEventKind = (typeof ANNUAL_EVENTS)[number];

/** What the committee says to a value that a unit entered (填报值审核): 确认 · 退回 */
export const CLAIM_VERDICTS = ['confirmed', 'returned'] as const;
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** How an objection is answered (异议复核): 维持 · 调整 */
export const OBJECTION_VERDICTS = ['upheld', 'changed'] as const;
export type ObjectionVerdict = (typeof OBJECTION_VERDICTS)[number];

/** What a file of the assessment is attached to (材料用途): 自评佐证 · 调整依据 · 异议佐证 */
export const ANNUAL_FILE_USES = ['claim', 'override', 'objection'] as const;
export type AnnualFileUse = (typeof ANNUAL_FILE_USES)[number];

/** Where an indicator's value comes from (取值方式): 系统采集 · 单位填报 · 考评员评分 */
export const VALUE_SOURCES = ['collected', 'reported', 'judged'] as const;
export type ValueSource = (typeof VALUE_SOURCES)[number];
