import { refreshStatistics } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import type { Places } from '../places/index.ts';
import { rollUpSome } from './cell-store.ts';

type Has = Pick<Deps, 'db' | 'clock'> & { readonly places: Pick<Places, 'served'> };

/** Whoever wants to change one of these cases waits until they are added up. */
const casesAtOnce = 250;
const firstCount = 250;

/**
 * Makes what adds up all that changed and takes away what stood there of it, in every county served, until nothing is left or
 * it is to end. Figures are the same before and after it. What the planner knows of cases is counted anew as they become
 * more: the embedded database has nobody who does that.
 */
export function figureRollUp({ db, clock, places }: Has, isEnding: () => boolean): () => Promise<void> {
  let all = 0;
  let sinceCount = 0;
  return async () => {
    for (const { county } of places.served()) {
      for (let looked = casesAtOnce; looked >= casesAtOnce && !isEnding(); ) {
        looked = await db.transaction({ county, system: true }, (trx) =>
          rollUpSome(trx, county, clock.now(), casesAtOnce),
        );
        all += looked;
        sinceCount += looked;
      }
      if (sinceCount < firstCount + all / 5 || isEnding()) continue;
      sinceCount = 0;
      await db.transaction({ county, system: true }, (trx) =>
        refreshStatistics(trx, ['case_file', 'work_order', 'figure_case', 'figure_cell']),
      );
    }
  };
}
