import type { Kysely } from 'kysely';
import type { Db } from 'pg-boss';
import type { OwnerSession } from './migrate.ts';
import type { Profile } from './profile.ts';
import type { Tables } from './tables.ts';

/** A session of the owner, with the form in which pg-boss makes its own schema. */
export interface Owner extends OwnerSession {
  readonly jobs: Db;
}

/** An open database as its driver gives it. Only `database/` sees this; the program gets a `Database`. */
export interface Connected {
  readonly profile: Profile;
  /** Connections of the application role, with our parsers. */
  readonly app: Kysely<Tables>;
  /** Connections with the driver's own types, for libraries that keep tables of their own. */
  readonly foreign: Kysely<unknown>;
  /** The same for pg-boss. */
  readonly jobs: Db;
  /** Runs work as the owner of the schema, one server at a time. */
  withOwner<T>(work: (owner: Owner) => Promise<T>): Promise<T>;
  /**
   * Reads as the owner in one transaction that shows everything at one moment. Others work on meanwhile; where there is
   * but one connection they wait.
   */
  readonly atOneMoment: <T>(read: (session: OwnerSession) => Promise<T>) => Promise<T>;
  /** Hears other processes; answers how to stop. Does nothing where there are none. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>;
  /** Tells other processes. */
  notify(channel: string): Promise<void>;
  /** Frees the room of rows that are gone, where the database does not do so itself; answers the tables. */
  readonly vacuum?: () => Promise<readonly string[]>;
  /** The whole database as one file, where it is a folder. */
  readonly dump?: () => Promise<Blob>;
  close(): Promise<void>;
}
