/** The words of the page of channels in Chinese. */
import { GATEWAY_WORDS, LIFE_WORDS } from '../../../api/domain/chat/gateway-words.ts';

/** How urgent messages go while their gateway is away. */
export interface Detour {
  time: string;
  begun: boolean;
  rooms: number;
  covered: number;
}

export const zhChannels = {
  channels: {
    title: '通道',
    about: '督办助手通过哪些聊天软件收发消息。断开时待发的消息不会丢。',
    none: '聊天机器人还没有启动',
    names: GATEWAY_WORDS as Readonly<Record<string, string>>,
    lives: LIFE_WORDS as Readonly<Record<string, string>>,
    since: (time: string) => `${time}起`,
    scan: '请用督办助手的微信扫码登录',
    lastInbound: '最近收到',
    lastOutbound: '最近发出',
    waiting: '待发',
    refused: '今日被拒',
    messages: (n: number) => `${n}条`,
    times: (n: number) => `${n}次`,
    fault: (what: string) => `最近的问题：${what}`,
    throttled: (time: string) => `发送受限，${time}后再发`,
    probe: '立即探测',
    probing: '正在探测',
    probed: '最近探测',
    answered: '有回音',
    detour: ({ time, begun, rooms, covered }: Detour) =>
      `${begun ? '急件已改走备用群' : `${time}仍未恢复，急件就改走备用群`}：${rooms}个群中${covered}个有备用群在线${
        covered < rooms ? '，其余的等恢复后再发' : ''
      }`,
    unset: '未配置的通道',
    unsetAbout:
      '这些通道不在现在的配置里，发往它们的消息不会发出。重新配置后接着发；用不着的请在下面丢弃。急件有备用群的已改走备用群。',
    aside: '搁置的消息',
    noAside: '没有搁置的消息',
    states: {
      queued: '待发',
      dead: '多次未发出',
      held: '疑似刷屏，已暂扣',
      unknown: '不知是否送达',
    } as Readonly<Record<string, string>>,
    to: '发往',
    text: '内容',
    why: '原因',
    actions: '处理',
    resend: '重发',
    drop: '丢弃',
    arrived: '已送达',
  },
};
