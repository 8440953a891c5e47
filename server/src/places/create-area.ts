import type { newArea } from '@gezhi/contract/places/index';
import { findKind, nextFreeCode, parentOf, refusalToCreate } from '@gezhi/domain/places/index';
import type { z } from 'zod';
import type { Trx } from '../database/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { areaOf } from './area-row.ts';
import { insertAreas, nextVersion, readAreaRows, readCodesUnder, type StoredArea } from './area-store.ts';
import { wordsOfArea } from './area-words.ts';
import { type AreaRules, iso, type Keeper, keeps, type PlacesDeps } from './deps.ts';
import { refuseArea } from './refusing.ts';
import { insertWords } from './word-store.ts';

export type NewArea = z.output<typeof newArea>;

/** Creates an area where the actor keeps places. Refresh the memory of places after the transaction. */
export async function createArea(
  deps: Pick<PlacesDeps, 'clock' | 'areaRulesOf'>,
  trx: Trx,
  actor: Keeper,
  input: NewArea,
): Promise<StoredArea | Refusal> {
  const { county } = actor;
  const now = deps.clock.now();
  const changed = await nextVersion(trx, county);
  const rules = await deps.areaRulesOf(trx, county, now);
  const code = await codeFor(trx, county, rules, input);
  if (typeof code !== 'string') return code;
  if (!keeps(actor, code)) return refuse('area.forbidden', { params: { area: code } });
  const parent = code.length > 6 ? parentOf(rules.scheme, code) : undefined;
  const near = await readAreaRows(trx, county, parent === undefined ? [code] : [code, parent]);
  const find = (wanted: string) => {
    const row = near.get(wanted);
    return row && areaOf(row);
  };
  const refusal = refusalToCreate(rules, find, { ...withoutBlanks(input), code });
  if (refusal !== undefined) return refuseArea(refusal);
  const row = newRow(county, { ...input, code }, parent, changed, now);
  await insertAreas(trx, [row]);
  await insertWords(trx, wordsOfArea(row));
  return row;
}

/** A fresh row of the tree. */
export function newRow(
  county: string,
  input: {
    readonly code: string;
    readonly kind: string;
    readonly name: string;
    readonly households?: number | null | undefined;
    readonly population?: number | null | undefined;
    readonly validFrom?: string | undefined;
  },
  parent: string | undefined,
  changed: number,
  now: number,
): StoredArea {
  return {
    county,
    code: input.code,
    kind: input.kind,
    name: input.name,
    parent: parent ?? null,
    households: input.households ?? null,
    population: input.population ?? null,
    valid_from: input.validFrom === undefined ? iso(now) : iso(Date.parse(input.validFrom)),
    retired_at: null,
    succeeded_by: [],
    version: 1,
    changed,
  };
}

async function codeFor(trx: Trx, county: string, rules: AreaRules, input: NewArea): Promise<string | Refusal> {
  if (input.code !== undefined) return input.code;
  if (input.parent === undefined) return refuse('area.parent.invalid');
  const used = await readCodesUnder(trx, county, input.parent);
  const next = nextFreeCode(rules.scheme, input.parent, used, findKind(rules.kinds, input.kind)?.numbers);
  if ('code' in next) return next.code;
  const code = next.fault.code === 'code.noneFree' ? 'area.noneFree' : 'area.noLevelBelow';
  return refuse(code, { params: { area: input.parent } });
}

function withoutBlanks(input: NewArea): { kind: string; name: string } {
  return { kind: input.kind, name: input.name };
}
