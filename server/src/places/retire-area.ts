import { refusalToRetire } from '@gezhi/domain/places/index';
import type { Trx } from '../database/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { areaOf } from './area-row.ts';
import { hasLiveChildren, nextVersion, readAreaRows, type StoredArea, updateArea } from './area-store.ts';
import { iso, type Keeper, keeps, type PlacesDeps } from './deps.ts';
import { refuseArea } from './refusing.ts';
import { removeWords } from './word-store.ts';

/** Retires an area from now on, in favour of others. Old cases keep its code; its successors answer for it. */
export async function retireArea(
  deps: Pick<PlacesDeps, 'clock'>,
  trx: Trx,
  actor: Keeper,
  code: string,
  succeededBy: readonly string[],
): Promise<StoredArea | Refusal> {
  const { county } = actor;
  const changed = await nextVersion(trx, county);
  const rows = await readAreaRows(trx, county, [code, ...succeededBy]);
  const find = (wanted: string) => {
    const row = rows.get(wanted);
    return row && areaOf(row);
  };
  const refusal = refusalToRetire(find, await hasLiveChildren(trx, county, code), code, succeededBy);
  if (refusal !== undefined) return refuseArea(refusal);
  if (!keeps(actor, code)) return refuse('area.forbidden', { params: { area: code } });
  const row = rows.get(code) as StoredArea;
  await removeWords(trx, county, 'area', [code]);
  const retired = { ...row, retired_at: iso(deps.clock.now()), succeeded_by: [...succeededBy] };
  return updateArea(trx, retired, changed);
}
