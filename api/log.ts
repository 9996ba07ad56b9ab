/**
 * The log (日志): one JSON line each, to standard output. Message text, names, passwords and tokens never stand
 * in it; what slips into a known field is struck out (design: trust.md).
 */
import { type DestinationStream, type Logger, pino } from 'pino';

const STRUCK_OUT = [
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'text',
  'note',
  'reason',
  'name',
  'username',
];

/** A log at a level of pino's (`silent` for none), into a stream where one is given. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: STRUCK_OUT.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '…' },
  };
  return to ? pino(options, to) : pino(options);
}
