import type { Database, Trx } from '../database/index.ts';

/** Names and areas of a county's bodies and people, held in memory. */
export interface Directory {
  org(id: string): { readonly name: string; readonly area: string; readonly active: boolean } | undefined;
  /** Name of a person. */
  person(id: string): string | undefined;
}

/** Directories by county, read again when they were changed. */
export interface Directories {
  /** At most a moment old. Never called inside a transaction. */
  of(county: string): Promise<Directory>;
  /** Told once a change is committed, here and, on a channel, by other processes. */
  changed(): void;
  close(): Promise<void>;
}

const channel = 'gezhi_directory';
// A notice may be lost with its connection, so a directory is read again after this long in any case.
const oldestMs = 30_000;

async function readDirectory(trx: Trx, county: string): Promise<Directory> {
  const orgs = await trx
    .selectFrom('organisation')
    .select(['id', 'name', 'area', 'retired_at'])
    .where('county', '=', county)
    .execute();
  const people = await trx.selectFrom('person').select(['id', 'name']).where('county', '=', county).execute();
  const byOrg = new Map(
    orgs.map(({ id, name, area, retired_at: retired }) => [id, { name, area, active: retired === null }]),
  );
  const byPerson = new Map(people.map(({ id, name }) => [id, name]));
  return { org: (id) => byOrg.get(id), person: (id) => byPerson.get(id) };
}

/** Opens the directories over the database. */
export async function openDirectories(db: Database): Promise<Directories> {
  const known = new Map<string, { readonly at: number; readonly directory: Promise<Directory> }>();
  const stop = await db.listen(channel, () => known.clear());

  function read(county: string): Promise<Directory> {
    const directory = db.transaction({ county, system: true }, (trx) => readDirectory(trx, county));
    known.set(county, { at: performance.now(), directory });
    // A failed read is not kept.
    directory.catch(() => known.delete(county));
    return directory;
  }

  return {
    of: (county) => {
      const held = known.get(county);
      return held !== undefined && performance.now() - held.at < oldestMs ? held.directory : read(county);
    },
    changed: () => {
      known.clear();
      void db.notify(channel);
    },
    close: stop,
  };
}
