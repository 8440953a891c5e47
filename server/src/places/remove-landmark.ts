import type { Trx } from '../database/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { type Keeper, keeps } from './deps.ts';
import { deleteLandmark, readLandmarks } from './landmark-store.ts';
import { removeWords } from './word-store.ts';

/** Removes a landmark of an area the actor keeps. */
export async function removeLandmark(trx: Trx, actor: Keeper, id: string): Promise<Refusal | undefined> {
  const [row] = await readLandmarks(trx, actor.county, [id]);
  if (row === undefined) return refuse('landmark.notFound');
  if (!keeps(actor, row.area)) return refuse('area.forbidden', { params: { area: row.area } });
  await removeWords(trx, actor.county, 'landmark', [id]);
  await deleteLandmark(trx, actor.county, id);
  return undefined;
}
