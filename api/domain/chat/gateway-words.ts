/** What gateways and their states are called, for people. */
import type { GatewayLife, GatewayName } from '../../../db/vocabulary.ts';
import { shortInstant } from '../time/format.ts';

export const GATEWAY_WORDS: Readonly<Record<GatewayName, string>> = {
  simulator: '模拟聊天',
  wechaty: '微信',
  wecom: '企业微信机器人',
  'wecom-webhook': '企业微信群推送',
  paste: '粘贴记录',
};

export const LIFE_WORDS: Readonly<Record<GatewayLife, string>> = {
  off: '未启动',
  scan: '等待扫码',
  online: '在线',
  offline: '离线',
  deaf: '失聪',
};

/** 聊天通道“微信”自6月30日 16:05起离线，群里的消息收不到、发不出…… */
export const gatewayAlertText = (gateway: GatewayName, life: GatewayLife, since: Date): string =>
  `聊天通道“${GATEWAY_WORDS[gateway]}”自${shortInstant(since)}起${LIFE_WORDS[life]}，请到网页“系统管理 › 通道”查看。期间群里的填报可用“粘贴记录”补录，待发的消息不会丢`;
