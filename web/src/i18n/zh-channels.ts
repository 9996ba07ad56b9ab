/** The words of the page of channels in Chinese. */
import { GATEWAY_WORDS, LIFE_WORDS } from '../../../api/domain/chat/gateway-words.ts';

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
    refused: '今日未发出',
    messages: (n: number) => `${n}条`,
    fault: '最近的问题',
    throttled: (time: string) => `发送受限，${time}后再发`,
    probe: '立即探测',
    probing: '正在探测',
    probed: '最近探测',
    answered: '有回音',
    aside: '搁置的消息',
    noAside: '没有搁置的消息',
    states: { dead: '多次未发出', held: '疑似刷屏，已暂扣', unknown: '不知是否送达' } as Readonly<
      Record<string, string>
    >,
    to: '发往',
    text: '内容',
    why: '原因',
    actions: '处理',
    resend: '重发',
    drop: '丢弃',
    arrived: '已送达',
  },
};
