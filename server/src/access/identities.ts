import type { Session } from '@gezhi/contract/access/index';
import { type Actor, livePosts, needsSecondFactor, permissionsOf, type Role } from '@gezhi/domain/access/index';
import type { Post } from '@gezhi/domain/people/index';
import type { FastifyRequest } from 'fastify';
import type { Database, Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { findPersonRow, listPostsOf, postOf, rolesOf } from '../people/index.ts';
import { findAccount } from './account-store.ts';
import type { Auth } from './auth.ts';
import { findSession, type SessionRow } from './session-store.ts';

/** A session with what decides on its rights, as read from the database a moment ago. */
interface Known {
  readonly session: SessionRow;
  readonly name: string;
  /** Those not ended when they were read; whether they hold is asked of the clock each time. */
  readonly posts: readonly Post[];
  readonly roles: readonly Role[];
}

/** Who sends a request. */
export interface Identity {
  readonly actor: Actor;
  /** What the page of one's own account shows; absent when nobody is signed in. */
  readonly session?: Session;
  readonly account?: string;
  readonly token?: string;
}

/** Tells who sends a request, from the session cookie. */
export interface Identities {
  of(request: FastifyRequest): Promise<Identity>;
  /** Read anew, for the answer to signing in. */
  ofToken(token: string): Promise<Identity>;
  /** Forgets at once what is remembered, here and in other processes. */
  forget(): void;
  close(): Promise<void>;
}

const nobody: Identity = { actor: { kind: 'public' } };
const channel = 'gezhi_rights';
// A page asks for several things at once; they need one look. Ended posts and sessions are told, this is only the limit.
const oldestMs = 1_000;
const most = 10_000;

/** Reads a session with its person's posts. Sessions run by the machine's clock, as better-auth sets them. */
async function read(trx: Trx, token: string, now: number): Promise<Known | undefined> {
  const session = await findSession(trx, token, new Date().toISOString());
  if (session === undefined) return undefined;
  const { county } = session;
  const account = await findAccount(trx, county, session.account);
  const person = await findPersonRow(trx, county, session.person);
  if (account?.state !== 'active' || person === undefined || person.retired_at !== null) return undefined;
  const posts = (await listPostsOf(trx, county, [person.id], new Date(now).toISOString())).map(postOf);
  return { session, name: person.name, posts, roles: await rolesOf(trx, county, now) };
}

/** The rights of a session at an instant. While a post asks for a second factor that is not set up, none holds. */
function identityOf(known: Known, token: string, now: number, demo: boolean): Identity {
  const { session, name, roles } = known;
  const held = livePosts(known.posts, roles, now);
  const mustEnrol = !demo && !session.secondFactor && needsSecondFactor(held, roles);
  const posts = mustEnrol ? [] : held;
  return {
    actor: { kind: 'staff', county: session.county, person: session.person, name, posts },
    account: session.account,
    token,
    session: {
      person: { id: session.person, name },
      username: session.username,
      county: session.county,
      posts: posts.map((post) => ({ ...post, permissions: [...post.permissions] })),
      permissions: [...permissionsOf(posts)],
      secondFactor: session.secondFactor,
      mustEnrol,
      expires: session.expires,
    },
  };
}

/** Opens the memory of who is signed in. */
export async function openIdentities(
  deps: { readonly db: Database; readonly auth: Auth } & Pick<Deps, 'clock' | 'config'>,
): Promise<Identities> {
  const { db, auth, clock, config } = deps;
  const remembered = new Map<string, { readonly at: number; readonly known: Promise<Known | undefined> }>();
  const stop = await db.listen(channel, () => remembered.clear());

  function look(token: string): Promise<Known | undefined> {
    const known = db.transaction({ county: '*', system: true }, (trx) => read(trx, token, clock.now()));
    if (remembered.size >= most) remembered.clear();
    remembered.set(token, { at: performance.now(), known });
    // A failed look is not kept.
    known.catch(() => remembered.delete(token));
    return known;
  }

  async function ofToken(token: string, fresh: boolean): Promise<Identity> {
    const held = fresh ? undefined : remembered.get(token);
    const known = await (held !== undefined && performance.now() - held.at < oldestMs ? held.known : look(token));
    return known === undefined ? nobody : identityOf(known, token, clock.now(), config.demo);
  }

  return {
    of: async (request) => {
      const { cookie } = request.headers;
      const token = cookie === undefined ? undefined : auth.sessionTokenIn(cookie);
      return token === undefined ? nobody : ofToken(token, false);
    },
    ofToken: (token) => ofToken(token, true),
    forget: () => {
      remembered.clear();
      void db.notify(channel);
    },
    close: stop,
  };
}
