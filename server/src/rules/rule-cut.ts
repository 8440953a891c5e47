import { type RuleBody, ruleBodies } from '@gezhi/contract/rules/index';
import { defaultStaffing } from '@gezhi/domain/people/index';
import { inForce, type RuleKind, ruleKinds } from '@gezhi/domain/rules/index';
import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import { readBodies, type VersionHead } from './store.ts';

/** A kind of rules as it stands at an instant. */
export interface InForce<Kind extends RuleKind> {
  readonly version: number;
  readonly validFrom: Instant;
  readonly body: RuleBody<Kind>;
}

/** Every kind in force at an instant. The same object as long as the same versions hold, so that more can be kept by it. */
export type RuleCut = { readonly [Kind in RuleKind]: InForce<Kind> };

/** What holds of a kind that came with a later program until the county writes its own: version 0. */
const shipped: { readonly [Kind in RuleKind]?: VersionHead & { readonly body: RuleBody<Kind> } } = {
  staffing: {
    kind: 'staffing',
    id: 'shipped.staffing',
    version: 0,
    validFrom: 0,
    body: ruleBodies.staffing.parse({ rows: defaultStaffing }),
  },
};

// A version never changes and its id is given once, so what was read of it stays true for the life of the process.
const bodies = new Map<string, unknown>();
const cuts = new Map<string, RuleCut>();
/** More would be a thousand counties in one process; then the oldest are read again. */
const mostKept = 2000;

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostKept && oldest !== undefined) map.delete(oldest);
}

/** The versions in force at an instant, one of each kind; undefined for a county that lacks a kind. */
function standing(heads: readonly VersionHead[], at: Instant): readonly VersionHead[] | undefined {
  if (heads.length === 0) return undefined;
  const found = ruleKinds.map(
    (kind) =>
      inForce<VersionHead>(
        heads.filter((head) => head.kind === kind),
        at,
      ) ?? shipped[kind],
  );
  return found.every((head) => head !== undefined) ? found : undefined;
}

/** The cut that was made before, if it was: without a query. */
export function keptCut(heads: readonly VersionHead[], at: Instant): RuleCut | undefined {
  const versions = standing(heads, at);
  return versions && cuts.get(keyOf(versions));
}

/** The rules in force at an instant among these versions; undefined for a county without rules. */
export async function cutOf(
  trx: Trx,
  county: string,
  heads: readonly VersionHead[],
  at: Instant,
): Promise<RuleCut | undefined> {
  const versions = standing(heads, at);
  if (versions === undefined) return undefined;
  const key = keyOf(versions);
  const known = cuts.get(key);
  if (known !== undefined) return known;
  const missing = versions.filter(({ id, version }) => version > 0 && !bodies.has(id));
  const read = await readBodies(
    trx,
    county,
    missing.map(({ id }) => id),
  );
  for (const { id, kind } of missing) keep(bodies, id, ruleBodies[kind].parse(read.get(id)));
  const entries = versions.map(({ kind, id, version, validFrom }) => [
    kind,
    { version, validFrom, body: version === 0 ? shipped[kind]?.body : bodies.get(id) },
  ]);
  const cut = Object.fromEntries(entries) as RuleCut;
  keep(cuts, key, cut);
  return cut;
}

const keyOf = (versions: readonly VersionHead[]): string => versions.map(({ id }) => id).join();
