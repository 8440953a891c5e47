/** Counts what comes in by county, in this process: a row in the database that every report updates would cap filing. */
export interface FloodGauge {
  /** Counts one more and answers whether the limit is passed. */
  passed(county: string, now: number, limit: { readonly times: number; readonly minutes: number }): boolean;
}

/** A gauge of anonymous reports: above the limit new ones wait for a look at the desk. */
export function floodGauge(): FloodGauge {
  const recent = new Map<string, number[]>();
  return {
    passed(county, now, limit) {
      const times = (recent.get(county) ?? []).filter((at) => now - at < limit.minutes * 60_000);
      times.push(now);
      recent.set(county, times.slice(-limit.times - 1));
      return times.length > limit.times;
    },
  };
}
