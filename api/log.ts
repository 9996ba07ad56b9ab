/**
 * The log (日志): one JSON line each, to standard output. Message text, names, passwords and tokens never stand
 * in it: what slips into a known field is struck out, and of an error only what was written by programmers is kept
 * (design: trust.md).
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

interface Shown {
  type: string;
  message: string;
  code?: string;
  stack: string[];
  cause?: Shown;
}

/** A failed query says its parameters after this, and they are what people wrote. */
const PARAMETERS = /\s*params:[\s\S]*/;

/** An error without the data that drivers hang upon it: parameters, failing rows. */
function shown(error: Error): Shown {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    message: error.message.replace(PARAMETERS, ''),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    stack: frames.map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: shown(error.cause) }),
  };
}

/** A log at a level of pino's (`silent` for none), into a stream where one is given. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: (error: unknown) => (error instanceof Error ? shown(error) : '…') },
    redact: { paths: STRUCK_OUT.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '…' },
  };
  return to ? pino(options, to) : pino(options);
}
