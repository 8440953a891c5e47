/** Counts what comes in by county over the last minute, in this process. A hot row in the database would cap filing. */
export interface FloodGauge {
  /** Counts one more and answers whether the limit is passed. */
  passed(county: string, now: number, perMinute: number): boolean;
}

/** A gauge of anonymous reports: above the limit new ones wait for a look at the desk. */
export function floodGauge(): FloodGauge {
  const recent = new Map<string, number[]>();
  return {
    passed(county, now, perMinute) {
      const times = (recent.get(county) ?? []).filter((at) => now - at < 60_000);
      times.push(now);
      recent.set(county, times.slice(-perMinute - 1));
      return times.length > perMinute;
    },
  };
}
