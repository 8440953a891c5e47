import { pino } from 'pino';

/** Structured log. Personal data has no place in it: log codes and ids, never bodies, names or phone numbers. */
export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'level'>;

/** JSON lines on standard output. */
export function openLog(level: string): pino.Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
