import { dailyRoot } from '@gezhi/domain/cases/index';
import { dayMinutes, dayOfDate, minuteMs, startOfDay } from '@gezhi/domain/time';
import { findRoot, insertRoot, listHeads } from './audit-store.ts';
import type { CaseDeps } from './deps.ts';
import { sha256 } from './record-decision.ts';

/** The root of a day, whether the one kept then still follows from the events, and how many cases it folds. */
export interface DayRoot {
  readonly county: string;
  readonly day: string;
  readonly root: string;
  readonly cases: number;
  /** False: the events of that day are not those of which the kept root was made. */
  readonly agrees: boolean;
}

/**
 * Folds the heads of a day's cases into one hash that can be published, and keeps it. Made again later it is compared
 * with the one kept, so that a history rewritten as a whole shows too.
 * @param day local date, over by now
 */
export async function foldDay(
  deps: Pick<CaseDeps, 'db' | 'clock' | 'rules'>,
  county: string,
  day: string,
): Promise<DayRoot> {
  const { calendar } = await deps.rules(county, deps.clock.now());
  const number = dayOfDate(day);
  if (number === undefined) throw new RangeError(`${day} is no date`);
  const from = startOfDay(number, calendar.offsetMinutes);
  const span = [from, from + dayMinutes * minuteMs].map((at) => new Date(at).toISOString()) as [string, string];
  return deps.db.transaction({ county, system: true }, async (trx) => {
    const heads = await listHeads(trx, county, ...span);
    const root = dailyRoot(heads, sha256);
    const kept = await findRoot(trx, county, day);
    const made_at = new Date(deps.clock.now()).toISOString();
    if (!kept) await insertRoot(trx, { county, day, root, cases: heads.length, made_at });
    return {
      county,
      day,
      root: kept?.root ?? root,
      cases: kept?.cases ?? heads.length,
      agrees: kept === undefined || kept.root === root,
    };
  });
}
