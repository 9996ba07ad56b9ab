/** The words of the page of rooms in English. */
import type { zhRooms } from './zh-rooms.ts';

export const enRooms: typeof zhRooms = {
  rooms: {
    title: 'Groups',
    about: 'For which units each group speaks, who is there, and what has not gone out.',
    none: 'No groups yet',
    noneHint: 'Add the assistant to a group; it appears here once somebody speaks there.',
    comma: ', ',
    unbound: 'Bound to no unit',
    resembles:
      'Named as a group that is bound. If it is the same one, new after a login, bind it here and unbind the old one.',
    boundBy: (by: string | null, time: string) => (by === null ? `Bound ${time}` : `Bound by ${by}, ${time}`),
    aside: 'Set aside',
    bind: 'Bind to units',
    rebind: 'Bind anew',
    unbind: 'Unbind',
    bindTitle: (topic: string) => `Bind “${topic}”`,
    bindUnits: 'For which units the group speaks',
    makeCode: 'Make a code',
    how: (topic: string) => `Send this in “${topic}”:`,
    say: (code: string) => `绑定本群 ${code}`,
    unbindTitle: (topic: string) => `Unbind “${topic}”?`,
    unbindAbout:
      'Reminders and bulletins no longer go to this group. What is recorded stays; it can be bound again.',
    standsInFor: 'Stands in for',
    nobody: 'No other group',
    more: 'Members and unsent messages',
    less: 'Less',
    members: 'Who has spoken here',
    noMembers: 'Nobody has spoken here yet',
    bot: 'Bot',
    stranger: 'Bound to nobody',
    lastSaid: (time: string) => `last spoke ${time}`,
    markBot: 'Mark as a bot',
    noBot: 'Not a bot',
    notOut: 'Messages not sent',
    allOut: 'Everything has gone out',
  },
};
