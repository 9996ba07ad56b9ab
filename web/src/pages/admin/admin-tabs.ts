/** The pages of the administration (管理), and who may see each. A new page is one line here and one route. */
import type { Action } from '../../../../api/domain/permissions.ts';

export interface AdminTab {
  key: 'calendar' | 'jobs' | 'channels' | 'rooms' | 'burden';
  href: string;
  needs: Action;
}

export const ADMIN_TABS: readonly AdminTab[] = [
  { key: 'calendar', href: '/admin/calendar', needs: 'calendar.see' },
  { key: 'jobs', href: '/admin/jobs', needs: 'job.see' },
  { key: 'channels', href: '/admin/channels', needs: 'channel.see' },
  { key: 'rooms', href: '/admin/rooms', needs: 'room.see' },
  { key: 'burden', href: '/admin/burden', needs: 'burden.see' },
];

/** The pages of the administration that somebody may see. */
export const adminTabsOf = (can: readonly Action[]): AdminTab[] =>
  ADMIN_TABS.filter(({ needs }) => can.includes(needs));
