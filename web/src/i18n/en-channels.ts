/** The words of the page of channels in English. */
import type { zhChannels } from './zh-channels.ts';

export const enChannels: typeof zhChannels = {
  channels: {
    title: 'Channels',
    about:
      'The chats through which the assistant hears and speaks. While one is away, nothing that waits is lost.',
    none: 'The chat assistant is not running yet',
    names: {
      simulator: 'Simulated chat',
      wechaty: 'WeChat',
      wecom: 'WeCom robot',
      'wecom-webhook': 'WeCom group push',
      paste: 'Pasted records',
    },
    lives: {
      off: 'Not running',
      scan: 'Waiting for scan',
      online: 'Online',
      offline: 'Offline',
      deaf: 'Deaf',
    },
    since: (time: string) => `since ${time}`,
    scan: 'Scan with the assistant’s WeChat to sign in',
    lastInbound: 'Last received',
    lastOutbound: 'Last sent',
    waiting: 'Waiting',
    refused: 'Refused today',
    messages: (n: number) => `${n}`,
    times: (n: number) => `${n}×`,
    fault: (what: string) => `Last fault: ${what}`,
    throttled: (time: string) => `Throttled, goes on after ${time}`,
    probe: 'Probe now',
    probing: 'Probing',
    probed: 'Last probe',
    answered: 'answered',
    detour: ({ time, begun, rooms, covered }) =>
      `Urgent messages ${begun ? 'go' : `will go from ${time} on`} by stand-in groups: ${covered} of ${rooms} groups have one online${
        covered < rooms ? '; those of the others wait until it is back' : ''
      }`,
    unset: 'Channels not configured',
    unsetAbout:
      'These channels are not in the present configuration, so nothing goes out by them. What waits goes on once they are configured again; drop below what is not needed. Urgent messages of groups with a stand-in have gone by that.',
    aside: 'Messages set aside',
    noAside: 'No messages set aside',
    states: {
      queued: 'Waiting',
      dead: 'Failed too often',
      held: 'Held as repetition',
      unknown: 'Perhaps delivered',
    },
    to: 'to',
    text: 'Message',
    why: 'Reason',
    actions: 'Action',
    resend: 'Send again',
    drop: 'Drop',
    arrived: 'Delivered',
  },
};
