import type { Config } from '../config/index.ts';

/** So many requests from one address within a window. */
export interface RateLimit {
  readonly max: number;
  readonly windowSeconds: number;
}

/** The plugin's part of a route's configuration; nothing where limits are off. */
export function limitOf(config: Pick<Config, 'rateLimit'>, limit: RateLimit | undefined): object {
  if (limit === undefined || config.rateLimit === 0) return {};
  return { rateLimit: { max: limit.max, timeWindow: limit.windowSeconds * 1000 } };
}
