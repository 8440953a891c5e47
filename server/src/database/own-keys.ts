import type { OwnerSession } from './migrate.ts';
import { inOwnerTransaction } from './rows.ts';

/** What a database asks of the keys at hand, without having them. */
export interface KeyProof {
  /** A word that only these keys make. */
  readonly mark: string;
  /** Whether they open a person's key as it is stored. */
  readonly opens: (wrapped: string) => boolean;
}

/** Thrown when the database was begun with other keys: what is sealed in it would not open. */
export class OtherKeys extends Error {
  override readonly name = 'OtherKeys';
  constructor() {
    super(
      'the keys here are not those of the database: give every server the same GEZHI_KEY (the oldest key last), or put the ' +
        'DATA_DIR/keys with which the database was begun in place. Where they are lost: gezhi keys accept',
    );
  }
}

const thereSql = "select to_regclass('public.installation') is not null as found";

/**
 * Compares the keys at hand with those of the installation, where it has them noted.
 * @throws OtherKeys before anything was changed
 */
export async function checkKeys(owner: OwnerSession, proof: KeyProof | undefined): Promise<void> {
  if (proof === undefined) return;
  const [there] = await owner.query(thereSql);
  if (there?.['found'] !== true) return;
  const [installation] = await owner.query('select keys from installation');
  if (installation !== undefined && installation['keys'] !== proof.mark) throw new OtherKeys();
}

const anyoneSql = 'select wrapped_key from subject where wrapped_key is not null limit 1';

/**
 * Notes the keys with which a database is first opened, once they have opened what is sealed in it.
 * @throws OtherKeys
 */
export async function keepKeys(owner: OwnerSession, proof: KeyProof | undefined): Promise<void> {
  if (proof === undefined || (await owner.query('select 1 from installation')).length > 0) return;
  const [anyone] = await inOwnerTransaction(owner, () => owner.query(anyoneSql));
  if (anyone !== undefined && !proof.opens(String(anyone['wrapped_key']))) throw new OtherKeys();
  await owner.query('insert into installation (keys) values ($1) on conflict (one) do nothing', [proof.mark]);
}

/** Notes the keys at hand as those of the database, whatever was noted before. */
export async function takeKeys(owner: OwnerSession, mark: string): Promise<void> {
  await owner.query(
    'insert into installation (keys) values ($1) on conflict (one) do update set keys = excluded.keys',
    [mark],
  );
}
