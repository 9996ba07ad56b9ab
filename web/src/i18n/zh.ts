/** Every word of the interface in Chinese. Its shape is the type that each other language must fill. */
import {
  clockTime,
  dayAndWeekday,
  longDay,
  shortDay,
  shortInstant,
} from '../../../api/domain/time/format.ts';
import type { Day } from '../../../db/vocabulary.ts';
import { zhAssessment } from './zh-assessment.ts';
import { zhBulletins } from './zh-bulletins.ts';
import { zhBurden } from './zh-burden.ts';
import { zhChannels } from './zh-channels.ts';
import { zhInspections } from './zh-inspections.ts';
import { zhOrders } from './zh-orders.ts';
import { zhPages } from './zh-pages.ts';
import { zhPaste } from './zh-paste.ts';
import { zhRooms } from './zh-rooms.ts';
import { zhScores } from './zh-scores.ts';
import { zhValues } from './zh-values.ts';
import { zhVocabulary } from './zh-vocabulary.ts';
import { zhWordings } from './zh-wordings.ts';

const count = (n: number): string => n.toLocaleString('zh-CN');

export const zh = {
  name: '督办',
  subtitle: '责任落实 · 督导考核',
  ...zhVocabulary,
  ...zhPages,
  ...zhPaste,
  ...zhBulletins,
  ...zhAssessment,
  ...zhValues,
  ...zhScores,
  ...zhWordings,
  ...zhChannels,
  ...zhBurden,
  ...zhRooms,
  ...zhOrders,
  ...zhInspections,

  date: {
    short: (day: Day) => shortDay(day),
    long: (day: Day) => longDay(day),
    weekday: (day: Day) => dayAndWeekday(day),
    month: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`,
    shortMonth: (month: string) => `${Number(month.slice(5, 7))}月`,
    time: (instant: string) => shortInstant(new Date(instant)),
    clock: (instant: string) => clockTime(new Date(instant)),
  },
  nav: {
    label: '主导航',
    skip: '跳到正文',
    overview: '总览',
    tasks: '责任清单',
    verify: '待核验',
    ranking: '排名',
    orders: '督办单',
    inspections: '检查',
    assessment: '考核',
    bulletins: '通报',
    chat: '工作群',
    admin: '管理',
  },
  header: {
    account: '我的账号',
    toDark: '换成深色',
    toLight: '换成浅色',
    otherLanguage: 'English',
    shortcuts: '键盘快捷键',
    bind: '绑定微信',
    password: '修改密码',
    signOut: '退出登录',
    live: '实时',
    liveLost: '实时更新中断，正在重连',
  },
  bind: {
    title: '绑定微信',
    how: '在工作群里或私聊中，把下面这句话发给督办助手：',
    say: (code: string) => `绑定 ${code}`,
    until: (time: string) => `${time} 前有效，只能用一次。`,
  },
  shortcuts: {
    title: '键盘快捷键',
    search: '查找本页',
    searchKey: '按 / 键查找',
    overview: '到总览',
    tasks: '到责任清单',
    verify: '到待核验',
    ranking: '到排名',
    assessment: '到考核',
    chat: '到工作群',
    help: '显示快捷键',
    next: '下一条',
    previous: '上一条',
    pass: '核验通过',
    sendBack: '退回',
    met: '符合',
    unmet: '不符合',
    notApplicable: '不适用',
    everywhere: '各页通用',
    onVerify: '待核验页',
    onSheet: '检查页',
    enabled: '启用单键快捷键',
  },
  common: {
    close: '关闭',
    cancel: '取消',
    retry: '重试',
    loading: '正在载入',
    working: '正在办理',
    more: '再显示一些',
    all: '全部',
    optional: '选填',
    items: (n: number) => `${count(n)}项`,
    count,
    missing: '—',
  },
  problem: {
    network: '没有连上服务器。请检查网络，稍后重试。',
    unknown: (status: number) => `服务器没有办成这件事（${status}）。请稍后重试。`,
    noRight: '无权查看',
    forbidden: '您没有查看这项内容的权限。如需查看，请联系管理员。',
    signInAgain: '登录已过期，请重新登录。您填写的内容还在。',
    quote: (id: string) => `问题编号 ${id}，反映问题时请报此号`,
    failed: '没有载入',
  },
  notFound: {
    title: '没有这个页面',
    hint: '地址可能写错了，或者内容已经移走。',
    home: '回到首页',
  },
};

/** What each language must say. */
export type Words = typeof zh;
