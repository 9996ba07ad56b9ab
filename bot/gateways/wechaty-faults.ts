/** What a failed push through a puppet means: throttled, perhaps said, or not said. Pure; words are data. */
import { Throttled, Unclear } from './gateway.ts';

/** What puppets say when the account is limited. */
const THROTTLED = [
  /频繁/,
  /频率/,
  /限制(?:发送|登录|使用)/,
  /too (?:frequent|many|fast)/i,
  /rate.?limit/i,
  /freq/i,
];
/** gRPC: the request never left. */
const NOT_LEFT = [/ECONNREFUSED/, /No connection established/i, /Name resolution/i, /ENOTFOUND/];
/** gRPC: the line broke while the other side may have been at it. */
const BROKE = [
  /UNAVAILABLE/,
  /CANCELLED/,
  /DEADLINE_EXCEEDED/,
  /Connection dropped/i,
  /ECONNRESET/,
  /RST_STREAM/,
  /Call cancelled/i,
  /GOAWAY/i,
];

const matches = (list: readonly RegExp[], text: string): boolean => list.some((each) => each.test(text));
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether the line to the puppet's server broke. */
export const isLineBroken = (error: unknown): boolean => {
  const text = textOf(error);
  return matches(BROKE, text) || matches(NOT_LEFT, text);
};

/** The fault of a push as the pump wants to know it. */
export function pushFault(error: unknown): Error {
  const text = textOf(error);
  if (matches(THROTTLED, text)) return new Throttled(`微信提示发送过于频繁：${text}`);
  if (!matches(NOT_LEFT, text) && matches(BROKE, text)) return new Unclear(`发送时连接断开：${text}`);
  return error instanceof Error ? error : new Error(text);
}
