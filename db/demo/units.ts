/** The made-up sub-district of the demo year. Every name says that it is an example. */
import type { Duty, Role } from '../vocabulary.ts';

export const STREET = '示例街道';

export const VILLAGES = [
  '示例一村',
  '示例二村',
  '示例三村',
  '示例四村',
  '示例五村',
  '示例六村',
  '示例七村',
  '示例八村',
  '示例九村',
  '示例十村',
  '示例十一村',
  '示例十二村',
] as const;

/** Villages whose groups and grids are in the tree too. */
export const DIVIDED_VILLAGES = ['示例一村', '示例二村'] as const;
export const GROUPS = ['第一组', '第二组', '第三组'] as const;
export const GRIDS = ['一网格', '二网格'] as const;

/** The plan's departments, and the longer names they go by. */
export const DEPARTMENTS = [
  { name: '政法委', aliases: ['街道政法委', '综治中心'] },
  { name: '公共服务办', aliases: ['未保办', '街道公共服务办'] },
  { name: '司法所', aliases: ['街道司法所'] },
  { name: '派出所', aliases: ['街道派出所'] },
  { name: '卫生院', aliases: ['街道卫生院'] },
  { name: '中心校', aliases: ['街道中心校', '中心学校'] },
  { name: '人大办', aliases: ['街道人大办'] },
  { name: '妇联', aliases: ['街道妇联'] },
  { name: '团委', aliases: ['街道团委'] },
  { name: '宣传办', aliases: ['街道宣传办', '网信办'] },
] as const;

/** People beside the liaison and the head that each village and department has. */
export const STAFF: readonly { unit: string; name: string; role: Role; duty: Duty; username: string }[] = [
  { unit: '公共服务办', name: '未保办工作人员1号', role: 'office', duty: 'staff', username: 'office1' },
  { unit: '公共服务办', name: '未保办工作人员2号', role: 'office', duty: 'staff', username: 'office2' },
  { unit: '政法委', name: '考评员1号', role: 'committee', duty: 'staff', username: 'committee1' },
  { unit: '政法委', name: '考评员2号', role: 'committee', duty: 'staff', username: 'committee2' },
  // Who is of a unit does not mark it: somebody else must be there for 政法委.
  { unit: STREET, name: '考评员3号', role: 'committee', duty: 'staff', username: 'committee3' },
  { unit: STREET, name: '街道主要领导', role: 'leader', duty: 'staff', username: 'leader1' },
  { unit: STREET, name: '街道分管领导', role: 'leader', duty: 'leaderInCharge', username: 'leader2' },
  { unit: STREET, name: '系统管理员', role: 'admin', duty: 'staff', username: 'admin1' },
];
