import type { OwnerSession } from './migrate.ts';

/** Thrown when the database was begun with other keys: what is sealed in it would not open. */
export class OtherKeys extends Error {
  override readonly name = 'OtherKeys';
}

/**
 * Compares the mark of the keys at hand with that of the installation, where it has one yet.
 * @throws OtherKeys before anything was changed
 */
export async function checkKeys(owner: OwnerSession, mark: string | undefined): Promise<void> {
  if (mark === undefined) return;
  const [there] = await owner.query("select to_regclass('public.installation') is not null as found");
  if (there?.['found'] !== true) return;
  const [installation] = await owner.query('select keys from installation');
  if (installation === undefined || installation['keys'] === mark) return;
  throw new OtherKeys(
    'the keys here are not those of the database: give every server the same GEZHI_KEY, or put the DATA_DIR/keys with which the database was begun in place',
  );
}

/** Keeps the mark of the keys with which a database is first opened. */
export async function keepKeys(owner: OwnerSession, mark: string | undefined): Promise<void> {
  if (mark === undefined) return;
  await owner.query('insert into installation (keys) values ($1) on conflict (one) do nothing', [mark]);
}
