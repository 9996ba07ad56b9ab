/** Every word of the interface in English. */

import { clockTime } from '../../../api/domain/time/format.ts';
import { enAssessment } from './en-assessment.ts';
import { enBulletins } from './en-bulletins.ts';
import { enBurden } from './en-burden.ts';
import { enChannels } from './en-channels.ts';
import { enInspections } from './en-inspections.ts';
import { enOrders } from './en-orders.ts';
import { enPages } from './en-pages.ts';
import { enPaste } from './en-paste.ts';
import { enRooms } from './en-rooms.ts';
import { enScores } from './en-scores.ts';
import { enValues } from './en-values.ts';
import { enVocabulary } from './en-vocabulary.ts';
import { enWordings } from './en-wordings.ts';
import type { Words } from './zh.ts';

const count = (n: number): string => n.toLocaleString('en-GB');
/** `1 item`, `2 items`. */
const counted = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;

const date = (options: Intl.DateTimeFormatOptions, zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
const short = date({ day: 'numeric', month: 'short' }, 'UTC');
const long = date({ day: 'numeric', month: 'short', year: 'numeric' }, 'UTC');
const weekday = date({ weekday: 'short', day: 'numeric', month: 'short' }, 'UTC');
const month = date({ month: 'long', year: 'numeric' }, 'UTC');
const shortMonth = date({ month: 'short' }, 'UTC');
const time = date(
  { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'Asia/Shanghai',
);
const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const en: Words = {
  name: '督办',
  subtitle: 'Duban · supervision and assessment',
  ...enVocabulary,
  ...enPages,
  ...enPaste,
  ...enBulletins,
  ...enAssessment,
  ...enValues,
  ...enScores,
  ...enWordings,
  ...enChannels,
  ...enBurden,
  ...enRooms,
  ...enOrders,
  ...enInspections,

  date: {
    short: (day) => short.format(at(day)),
    long: (day) => long.format(at(day)),
    weekday: (day) => weekday.format(at(day)),
    month: (of) => month.format(at(`${of}-01`)),
    shortMonth: (of) => shortMonth.format(at(`${of}-01`)),
    time: (instant) => time.format(new Date(instant)),
    clock: (instant) => clockTime(new Date(instant)),
  },
  nav: {
    label: 'Main',
    skip: 'Skip to content',
    overview: 'Overview',
    tasks: 'Tasks',
    verify: 'To verify',
    ranking: 'Ranking',
    orders: 'Orders',
    inspections: 'Inspections',
    assessment: 'Assessment',
    bulletins: 'Bulletins',
    chat: 'Chat',
    admin: 'Admin',
  },
  header: {
    account: 'My account',
    toDark: 'Change to dark',
    toLight: 'Change to light',
    otherLanguage: '中文',
    shortcuts: 'Keyboard shortcuts',
    bind: 'Bind WeChat',
    password: 'Change password',
    signOut: 'Sign out',
    live: 'Live',
    liveLost: 'Live updates lost, reconnecting',
  },
  bind: {
    title: 'Bind WeChat',
    how: 'Send this sentence to the bot, in the work group or in private:',
    say: (code) => `绑定 ${code}`,
    until: (when) => `Valid until ${when}, for one use.`,
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    search: 'Search this page',
    searchKey: 'Press / to search',
    overview: 'Go to overview',
    tasks: 'Go to tasks',
    verify: 'Go to verification',
    ranking: 'Go to ranking',
    assessment: 'Go to assessment',
    chat: 'Go to chat',
    help: 'Show shortcuts',
    next: 'Next',
    previous: 'Previous',
    pass: 'Verify',
    sendBack: 'Return',
    met: 'Met',
    unmet: 'Not met',
    notApplicable: 'Not applicable',
    everywhere: 'On every page',
    onVerify: 'On the verification page',
    onSheet: 'While inspecting',
    enabled: 'Use single-key shortcuts',
  },
  common: {
    close: 'Close',
    cancel: 'Cancel',
    retry: 'Try again',
    loading: 'Loading',
    working: 'Working',
    more: 'Show more',
    all: 'All',
    optional: 'optional',
    items: (n) => counted(n, 'item'),
    count,
    missing: '—',
  },
  problem: {
    network: 'The server could not be reached. Check the network and try again.',
    unknown: (status) => `The server could not do this (${status}). Try again later.`,
    noRight: 'Not for you to see',
    forbidden: 'You have no right to see this. Ask the administrator if you need it.',
    signInAgain: 'Your session has ended. Sign in again; what you typed is kept.',
    quote: (id) => `Problem ${id}: quote this number when you report it`,
    failed: 'Not loaded',
  },
  notFound: {
    title: 'There is no such page',
    hint: 'The address may be mistyped, or the page has moved.',
    home: 'Back to the start',
  },
};
