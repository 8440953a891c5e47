import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { type Changed, type Directories, openDirectories } from '../people/index.ts';
import { type Auth, openAuth } from './auth.ts';
import { type Identities, openIdentities } from './identities.ts';

/** Who is signed in, and the memories that changes of people reach. */
export interface Access {
  readonly auth: Auth;
  readonly identities: Identities;
  readonly directories: Directories;
  readonly changed: Changed;
  /** Who sends a request: `Deps.identify`. */
  readonly identify: (request: FastifyRequest) => Promise<Actor>;
  close(): Promise<void>;
}

/** Opens accounts, sessions and directories over the database. */
export async function openAccess(deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'config'>): Promise<Access> {
  const auth = openAuth(deps.db, deps.keys, deps.config.publicUrl);
  const identities = await openIdentities({ ...deps, auth });
  const directories = await openDirectories(deps.db);
  return {
    auth,
    identities,
    directories,
    changed: { rights: () => identities.forget(), names: () => directories.changed() },
    identify: async (request) => (await identities.of(request)).actor,
    close: async () => {
      await identities.close();
      await directories.close();
    },
  };
}
