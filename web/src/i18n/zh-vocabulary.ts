/** The closed lists of `db/vocabulary.ts` in Chinese: the word that official papers use for each. */
import { LIGHT_WORDS, STATE_WORDS } from '../../../api/domain/assignment/words.ts';
import type { Channel, LineState, RankingGroup, RecordKind, Role } from '../../../db/vocabulary.ts';

export const zhVocabulary = {
  light: LIGHT_WORDS,
  state: STATE_WORDS,
  role: {
    liaison: '单位联络员',
    office: '未保办',
    committee: '政法委考评员',
    leader: '街道领导',
    admin: '系统管理员',
  } satisfies Record<Role, string>,
  record: {
    reported: '报进度',
    submitted: '报结',
    verified: '核验通过',
    returned: '退回',
    extensionAsked: '申请延期',
    extensionGranted: '同意延期',
    extensionRefused: '不同意延期',
    evidenceAttached: '附证明材料',
    undone: '撤销',
  } satisfies Record<RecordKind, string>,
  channel: {
    web: '网页',
    chat: '群聊',
    phone: '手机页',
    job: '定时任务',
    system: '系统',
  } satisfies Record<Channel, string>,
  lineState: {
    scored: '已计分',
    missing: '未报',
    notDue: '未到期',
    notApplicable: '不适用',
  } satisfies Record<LineState, string>,
  group: { village: '村（社）', department: '部门' } satisfies Record<RankingGroup, string>,
};
