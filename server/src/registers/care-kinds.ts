import type { careKindChange, newCareKind } from '@gezhi/contract/registers/index';
import { defaultCareKinds, marksPersons } from '@gezhi/domain/registers/index';
import type { z } from 'zod';
import { asSystem, type CareKindTable, type Trx } from '../database/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { findKindRow, insertKinds, listKindRows, restateDue, updateKind } from './care-store.ts';
import { iso, refuseRight, type RegisterDeps, type Staff } from './deps.ts';

type KindDeps = Pick<RegisterDeps, 'clock'>;

/** The kinds of a county; those every county starts with are put in when it is first asked. */
export async function readCareKinds(trx: Trx, county: string, retired: boolean): Promise<readonly CareKindTable[]> {
  const known = await listKindRows(trx, county, true);
  if (known.length === 0) {
    const rows = defaultCareKinds.map(({ code, name, intervalDays }) => ({
      county,
      code,
      name_zh: name.zh,
      name_en: name.en,
      interval_days: intervalDays,
      version: 1,
      retired_at: null,
    }));
    await asSystem(trx, county, () => insertKinds(trx, rows));
  }
  return listKindRows(trx, county, retired);
}

/** Kinds hold for the whole county and are rules of it; none may mark persons by what no list may mark. */
function refuseKind(actor: Staff, names: readonly (string | undefined)[]): Refusal | undefined {
  const refusal = refuseRight(actor, 'rules.edit', [actor.county]);
  if (refusal !== undefined) return refusal;
  const marks = names.some((name) => name !== undefined && marksPersons(name));
  return marks ? refuse('care.kind.marksPersons.invalid') : undefined;
}

/** Adds a kind of care; one that would mark persons by what no list may mark is refused. */
export async function addCareKind(
  trx: Trx,
  actor: Staff,
  given: z.output<typeof newCareKind>,
): Promise<CareKindTable | Refusal> {
  const refusal = refuseKind(actor, [given.code, given.name.zh, given.name.en]);
  if (refusal !== undefined) return refusal;
  await readCareKinds(trx, actor.county, true);
  const row: CareKindTable = {
    county: actor.county,
    code: given.code,
    name_zh: given.name.zh,
    name_en: given.name.en ?? null,
    interval_days: given.intervalDays,
    version: 1,
    retired_at: null,
  };
  const added = await asSystem(trx, actor.county, () => insertKinds(trx, [row]));
  return added === 1 ? row : refuse('care.kind.there', { params: { code: given.code } });
}

/** Changes a kind; a new interval moves the visits due. */
export async function changeCareKind(
  trx: Trx,
  deps: KindDeps,
  actor: Staff,
  input: {
    readonly code: string;
    readonly change: z.output<typeof careKindChange>;
    readonly check: (row: CareKindTable) => Refusal | undefined;
  },
): Promise<CareKindTable | Refusal> {
  const { change } = input;
  const row = await findKindRow(trx, actor.county, input.code);
  if (row === undefined) return refuse('care.kind.notFound');
  const refusal = refuseKind(actor, [change.name?.zh, change.name?.en]) ?? input.check(row);
  if (refusal !== undefined) return refusal;
  const next: CareKindTable = {
    ...row,
    name_zh: change.name?.zh ?? row.name_zh,
    name_en: change.name === undefined ? row.name_en : (change.name.en ?? null),
    interval_days: change.intervalDays ?? row.interval_days,
    retired_at:
      change.retired === undefined ? row.retired_at : change.retired ? (row.retired_at ?? iso(deps.clock.now())) : null,
  };
  return asSystem(trx, actor.county, async () => {
    if (!(await updateKind(trx, next))) return refuse('http.stale', { params: { version: row.version } });
    if (next.interval_days !== row.interval_days) await restateDue(trx, actor.county, row.code, next.interval_days);
    return { ...next, version: row.version + 1 };
  });
}
