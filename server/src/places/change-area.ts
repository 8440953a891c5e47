import type { areaChange } from '@gezhi/contract/places/index';
import { findKind, mayStandUnder, refusalOfSuccessors } from '@gezhi/domain/places/index';
import type { z } from 'zod';
import type { Trx } from '../database/index.ts';
import { refuseStale } from '../http/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { areaOf } from './area-row.ts';
import { findAreaRow, nextVersion, readAreaRows, type StoredArea, updateArea } from './area-store.ts';
import { wordsOfArea } from './area-words.ts';
import { type Keeper, keeps, type PlacesDeps } from './deps.ts';
import { refuseArea } from './refusing.ts';
import { insertWords, removeWords } from './word-store.ts';

export type AreaChange = z.output<typeof areaChange>;

/** Changes what is named of an area. `ifMatch` is the version last read. */
export async function changeArea(
  deps: Pick<PlacesDeps, 'clock' | 'areaRulesOf'>,
  trx: Trx,
  actor: Keeper,
  code: string,
  change: AreaChange,
  ifMatch: string | undefined,
): Promise<StoredArea | Refusal> {
  const { county } = actor;
  const changed = await nextVersion(trx, county);
  const row = await findAreaRow(trx, county, code);
  if (row === undefined) return refuse('area.notFound', { params: { area: code } });
  if (!keeps(actor, code)) return refuse('area.forbidden', { params: { area: code } });
  const refusal =
    refuseStale(ifMatch, row.version) ??
    (await kindRefusal(deps, trx, row, change.kind)) ??
    (await successorRefusal(trx, row, change.succeededBy));
  if (refusal !== undefined) return refusal;
  const next = await updateArea(
    trx,
    {
      ...row,
      name: change.name ?? row.name,
      kind: change.kind ?? row.kind,
      households: change.households === undefined ? row.households : change.households,
      population: change.population === undefined ? row.population : change.population,
      succeeded_by: change.succeededBy ?? row.succeeded_by,
    },
    changed,
  );
  if (next.name !== row.name && next.retired_at === null) {
    await removeWords(trx, county, 'area', [code]);
    await insertWords(trx, wordsOfArea(next));
  }
  return next;
}

async function kindRefusal(
  deps: Pick<PlacesDeps, 'clock' | 'areaRulesOf'>,
  trx: Trx,
  row: StoredArea,
  kindId: string | undefined,
): Promise<Refusal | undefined> {
  if (kindId === undefined || kindId === row.kind) return undefined;
  const { kinds } = await deps.areaRulesOf(trx, row.county, deps.clock.now());
  const kind = findKind(kinds, kindId);
  if (kind === undefined) return refuse('area.kind.unknown');
  if (row.parent === null) return undefined;
  const parent = await findAreaRow(trx, row.county, row.parent);
  return mayStandUnder(kind, parent?.kind) ? undefined : refuse('area.kind.invalid');
}

/** Only a retired area has successors: a live one answers for itself. */
async function successorRefusal(
  trx: Trx,
  row: StoredArea,
  successors: readonly string[] | undefined,
): Promise<Refusal | undefined> {
  if (successors === undefined) return undefined;
  if (row.retired_at === null && successors.length > 0) return refuse('area.live', { params: { area: row.code } });
  const heirs = await readAreaRows(trx, row.county, successors);
  const find = (code: string) => {
    const heir = heirs.get(code);
    return heir && areaOf(heir);
  };
  const refusal = refusalOfSuccessors(find, row.code, successors);
  return refusal && refuseArea(refusal);
}
