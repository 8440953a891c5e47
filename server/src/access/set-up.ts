import { timingSafeEqual } from 'node:crypto';
import type { Setup } from '@gezhi/contract/access/index';
import { passwordRefusal } from '@gezhi/domain/access/index';
import { sql } from 'kysely';
import type { Trx } from '../database/index.ts';
import type { Keys } from '../keys/index.ts';
import { newId } from '../new-id.ts';
import { addPerson, addPost } from '../people/index.ts';
import { createArea, importLandmarks, type Places } from '../places/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { areaKindsAt, seedRules } from '../rules/index.ts';
import { type AccessDeps, everywhere, iso, systemOf } from './deps.ts';
import { addAccount } from './invite-account.ts';
import { hashPassword } from './password-hash.ts';
import { recordAct } from './account-act.ts';
import { hasAccounts } from './session-store.ts';

/** The county was there before the program: records brought in, and a demonstration's clock set back, are older. */
const longAgo = '1970-01-01T00:00:00Z';

/** What the first set-up needs besides access. */
export interface SetUpDeps extends AccessDeps {
  readonly places: Places;
}

// Two at once would make two first administrators.
const lockKey = 0x67657a68;

/** The token that the first administrator reads in the server's log: the same in every process, and of this installation only. */
export function setUpToken(keys: Keys): string {
  return keys.hmac('set-up', 'token').slice(0, 24);
}

/** Whether the program waits for its first administrator. */
export async function isEmpty(deps: Pick<AccessDeps, 'db'>): Promise<boolean> {
  return !(await deps.db.transaction(everywhere, (trx) => hasAccounts(trx)));
}

function isToken(keys: Keys, given: string): boolean {
  const ours = Buffer.from(setUpToken(keys));
  const theirs = Buffer.from(given.trim());
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

interface Founder {
  readonly setup: Setup;
  readonly hash: string;
  readonly now: number;
}

/** Makes the county, its rules and the administrator in one transaction. */
async function found(deps: SetUpDeps, trx: Trx, founder: Founder): Promise<{ person: string } | Refusal> {
  const { setup, hash, now } = founder;
  const { code: county, name } = setup.county;
  await sql`select pg_advisory_xact_lock(${lockKey})`.execute(trx);
  if (await hasAccounts(trx)) return refuse('setup.gone');
  await seedRules(trx, county, now);
  const actor = { kind: 'system', county } as const;
  const area = await createArea({ clock: { now: () => now }, areaRulesOf: areaKindsAt }, trx, actor, {
    code: county,
    kind: 'county',
    name,
    validFrom: longAgo,
  });
  if (isRefusal(area)) return area;
  const person = await addPerson(trx, deps, county, { name: setup.administrator.name, area: county }, now);
  if (isRefusal(person)) return person;
  const input = { person: person.id, role: 'administrator', area: county, time: 'full' } as const;
  const post = await addPost(trx, deps, { county, input, by: null, now });
  if (isRefusal(post)) return post;
  const at = iso(now);
  const account = await addAccount(trx, person, { username: setup.administrator.username, hash, state: 'active', at });
  if (isRefusal(account)) return account;
  await recordAct(trx, account, 'accepted', { person: person.id, at });
  return { person: person.id };
}

/**
 * The first set-up: the county, its default rules and its first administrator, while there is no account at all.
 * The centre becomes a landmark, where maps begin until the county has a boundary.
 */
export async function setUp(
  deps: SetUpDeps,
  setup: Setup,
): Promise<{ readonly county: string; readonly person: string } | Refusal> {
  if (!(await isEmpty(deps))) return refuse('setup.gone');
  if (!isToken(deps.keys, setup.token)) return refuse('setup.forbidden');
  const { administrator } = setup;
  const wrong = passwordRefusal(administrator.password, administrator.username);
  if (wrong !== undefined) return refuse(wrong, { errors: [{ path: 'administrator.password', code: wrong }] });
  const hash = await hashPassword(administrator.password);
  const { code: county, name, centre } = setup.county;
  const now = deps.clock.now();
  const done = await deps.db.transaction(systemOf(county), (trx) => found(deps, trx, { setup, hash, now }));
  if (isRefusal(done)) return done;
  await deps.places.refresh(county);
  const landmark = { kind: 'site', name, area: county, point: centre } as const;
  const placed = await deps.db.transaction(systemOf(county), (trx) =>
    importLandmarks(
      { places: deps.places, newId },
      trx,
      { kind: 'system', county },
      { crs: 'WGS84', landmarks: [landmark] },
    ),
  );
  if (isRefusal(placed)) deps.log.warn({ code: placed.code }, 'the centre of the county was not kept');
  return { county, person: done.person };
}
