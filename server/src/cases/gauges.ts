import type { Limit } from '@gezhi/domain/rules/index';

/** Counts what comes in by key, in this process: a row in the database that every report updates would cap filing. */
export interface Gauge {
  /** Counts one more and answers whether the limit is passed by it. */
  passed(key: string, now: number, limit: Limit): boolean;
  /** Whether the limit has been reached, counting nothing. */
  full(key: string, now: number, limit: Limit): boolean;
}

/** Above so many keys the one silent for longest is forgotten: made-up addresses may not fill the memory. */
const mostKeys = 20_000;

/** @param keys keys kept at once */
export function gauge(keys = mostKeys): Gauge {
  const times = new Map<string, readonly number[]>();
  const within = (key: string, now: number, { minutes }: Limit) =>
    (times.get(key) ?? []).filter((at) => now - at < minutes * 60_000);
  return {
    passed(key, now, limit) {
      const recent = [...within(key, now, limit), now];
      // Taken out first, so that the map stays in the order of the last time.
      times.delete(key);
      times.set(key, recent.slice(-limit.times - 1));
      const [oldest] = times.keys();
      if (times.size > keys && oldest !== undefined) times.delete(oldest);
      return recent.length > limit.times;
    },
    full: (key, now, limit) => within(key, now, limit).length >= limit.times,
  };
}

/** What is counted against the limits in a county's settings. */
export interface Gauges {
  /** Reports without a verified phone, by county. */
  readonly county: Gauge;
  /** The same by network address, and "me too" by address and case. */
  readonly address: Gauge;
  /** Wrong follow codes by network address. */
  readonly wrongCodes: Gauge;
}

export const gauges = (): Gauges => ({ county: gauge(), address: gauge(), wrongCodes: gauge() });

/**
 * The network address that a limit counts; undefined where none does: limits are off (`RATE_LIMIT=0`), or the request
 * came from this machine, as all do behind a proxy that the settings do not name (`TRUST_PROXY`): then one address
 * would be everybody's.
 */
export function countedAddress(config: { readonly rateLimit: number }, ip: string): string | undefined {
  if (config.rateLimit === 0) return undefined;
  return /^(127\.|::1$|::ffff:127\.)/.test(ip) ? undefined : ip;
}
