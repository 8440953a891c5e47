import type { RuleBody, RuleWritten } from '@gezhi/contract/rules/index';
import { type Actor, mayIn } from '@gezhi/domain/access/index';
import { differencesOf, type RuleKind } from '@gezhi/domain/rules/index';
import type { Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { appendLive } from '../live/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { type Checking, checkRules } from './check-rules.ts';
import { findCut, rulesChanged } from './rule-book.ts';
import { relightQueue, restateQueue } from './restate.ts';
import { insertVersion, lastVersion } from './store.ts';

type Staff = Extract<Actor, { kind: 'staff' }>;
type Has = Pick<Deps, 'clock' | 'jobs' | 'newId'>;

/** A new version as it was handed in. */
export interface NewVersion<Kind extends RuleKind> {
  readonly body: RuleBody<Kind>;
  readonly note: string;
  /** ISO time; absent means now. */
  readonly validFrom?: string | undefined;
  readonly applyToRunning: boolean;
}

/** Kinds by which a clock ends; no other has anything to say to one that runs. */
const timing: readonly RuleKind[] = ['clockRules', 'calendar'];
/** More differences than this are counted, not listed. */
const mostListed = 200;

/** Roles by which the actor may write the rules of the whole county. */
function editingRoles(actor: Staff): readonly string[] {
  return actor.posts
    .filter(
      ({ area, permissions }) =>
        area !== undefined && actor.county.startsWith(area) && permissions.includes('rules.edit'),
    )
    .map(({ role }) => role);
}

function refuseTiming(kind: RuleKind, input: Pick<NewVersion<RuleKind>, 'validFrom' | 'applyToRunning'>, now: number) {
  if (input.validFrom !== undefined && Date.parse(input.validFrom) < now) return refuse('rules.inThePast');
  if (!input.applyToRunning) return undefined;
  if (!timing.includes(kind)) return refuse('rules.timesNothing');
  return input.validFrom === undefined ? undefined : refuse('rules.runningLater');
}

/** Writes a new version of a kind of rules, unless anything is wrong with it; then nothing is written. */
export async function writeRules<Kind extends RuleKind>(
  deps: Has,
  trx: Trx,
  actor: Staff,
  kind: Kind,
  input: NewVersion<Kind>,
): Promise<RuleWritten | Refusal> {
  const { county } = actor;
  if (!mayIn(actor, 'rules.edit', county)) return refuse('access.forbidden', { params: { permission: 'rules.edit' } });
  const now = deps.clock.now();
  const early = refuseTiming(kind, input, now);
  if (early !== undefined) return early;
  const validFrom = input.validFrom === undefined ? now : Date.parse(input.validFrom);
  const cut = await findCut(trx, county, validFrom);
  if (cut === undefined) return refuse('rules.notFound');
  const differences = differencesOf(cut[kind].body, input.body);
  if (differences.length === 0) return refuse('rules.unchanged');
  const checking: Checking = { county, cut, now: new Date(now).toISOString(), editing: editingRoles(actor) };
  const faults = await checkRules(trx, kind, input.body, checking);
  if (faults.length > 0) {
    return refuse('rules.invalid', { errors: faults.map((fault) => ({ ...fault, path: joined('body', fault.path) })) });
  }
  const version = await keep(deps, trx, actor, { kind, body: input.body, note: input.note, validFrom, now });
  // Two wrote at once: the other was first, and this one was made without knowing it.
  if (version === undefined) return refuse('rules.stale');
  if (input.applyToRunning) await deps.jobs.enqueue(trx, restateQueue, { county });
  if (kind === 'lightRules')
    await deps.jobs.enqueue(trx, relightQueue, { county }, Math.ceil((validFrom - now) / 1000));
  return {
    kind,
    version,
    validFrom: new Date(validFrom).toISOString(),
    differences: differences.slice(0, mostListed),
    differing: differences.length,
    appliesToRunning: input.applyToRunning,
  };
}

const joined = (head: string, path: string): string => (path === '' ? head : `${head}.${path}`);

interface Kept {
  readonly kind: RuleKind;
  readonly body: unknown;
  readonly note: string;
  readonly validFrom: number;
  readonly now: number;
}

async function keep({ newId }: Has, trx: Trx, actor: Staff, kept: Kept): Promise<number | undefined> {
  const { county, person } = actor;
  const { kind, body, note } = kept;
  const version = (await lastVersion(trx, county, kind)) + 1;
  const added = await insertVersion(trx, {
    county,
    kind,
    version,
    id: newId(),
    valid_from: new Date(kept.validFrom).toISOString(),
    body,
    note,
    created_at: new Date(kept.now).toISOString(),
    created_by: person,
  });
  if (!added) return undefined;
  rulesChanged(trx);
  await appendLive(trx, { county, kind: 'rules.changed', ref: kind, area: county, data: { version } });
  return version;
}
