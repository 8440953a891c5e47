import { randomInt } from 'node:crypto';
import { addPerson, addPost } from '../people/index.ts';
import { isRefusal } from '../refusal.ts';
import { findByUsername, writePasswordHash } from './account-store.ts';
import { type AccessDeps, iso, systemOf } from './deps.ts';
import { addAccount } from './invite-account.ts';
import { hashPassword } from './password-hash.ts';

/** Somebody of the demonstration. */
export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  /** Code of the area of the post, or that keeps the person where the post is of an organisation. */
  readonly area: string;
  /** Id of the organisation of the post; then its rights hold for it and not for the area. */
  readonly org?: string | undefined;
}

/** An account as `DATA_DIR/demo-accounts.json` lists it. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: string;
  readonly area: string;
}

// Without letters and digits that look alike, because it is typed from a screen.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that can be read aloud: four groups of four. */
export function demoPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/**
 * Makes the people, posts and accounts of the demonstration, all with one password of this installation. One that is
 * there already keeps its person and posts and gets the password.
 * @throws Error when the list is wrong: it is the program's own
 */
export async function createDemoAccounts(
  deps: Pick<AccessDeps, 'db' | 'clock' | 'keys' | 'changed'>,
  county: string,
  people: readonly DemoPerson[],
  password: string = demoPassword(),
): Promise<readonly DemoAccount[]> {
  const hash = await hashPassword(password);
  const now = deps.clock.now();
  const at = iso(now);
  await deps.db.transaction(systemOf(county), async (trx) => {
    for (const { username, name, role, area, org } of people) {
      const known = await findByUsername(trx, username);
      if (known !== undefined) {
        await writePasswordHash(trx, known.id, hash, at);
        continue;
      }
      const person = await addPerson(trx, deps, county, { name, area }, now);
      if (isRefusal(person)) throw new Error(`demonstration: person ${username}: ${person.code}`);
      const where = org === undefined ? { area } : { org };
      const input = { person: person.id, role, time: 'full', ...where } as const;
      const post = await addPost(trx, deps, { county, input, by: null, now });
      if (isRefusal(post)) throw new Error(`demonstration: post of ${username}: ${post.code}`);
      const account = await addAccount(trx, person, { username, hash, state: 'active', at });
      if (isRefusal(account)) throw new Error(`demonstration: account ${username}: ${account.code}`);
    }
  });
  return people.map(({ username, role, area }) => ({ username, password, role, area }));
}
