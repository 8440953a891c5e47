import pg from 'pg';
import type { OwnerSession } from './migrate.ts';

/** The role the program works as: it owns nothing, so row-level security binds it. */
export const appRole = 'gezhi_app';

const duplicate = new Set(['42710', '23505']);

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function create(owner: OwnerSession, password: string): Promise<void> {
  const found = await owner.query('select 1 from pg_roles where rolname = $1', [appRole]);
  if (found.length > 0) return;
  try {
    await owner.query(`create role ${appRole} login password ${quoted(password)}`);
  } catch (error) {
    // Roles belong to the whole cluster: another database's server may make it at the same moment.
    if (duplicate.has(codeOf(error))) return;
    throw new Error(`the role ${appRole} does not exist and cannot be made; make it and give DATABASE_APP_URL`, {
      cause: error,
    });
  }
}

async function canSignIn(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (codeOf(error).startsWith('28')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Makes the application role if need be and gives it the password, unless it can sign in already.
 * @throws Error when the role cannot be made or signed in as, or when it stands above row-level security.
 */
export async function ensureAppRole(owner: OwnerSession, connection: pg.ClientConfig, fixed: boolean): Promise<void> {
  const password = typeof connection.password === 'string' ? connection.password : '';
  await create(owner, password);
  if (!(await canSignIn(connection))) {
    if (fixed) throw new Error('DATABASE_APP_URL was refused by the database');
    await owner.query(`alter role ${appRole} login password ${quoted(password)}`);
  }
  const above = await owner.query('select 1 from pg_roles where rolname = $1 and (rolsuper or rolbypassrls)', [
    connection.user,
  ]);
  if (above.length > 0) throw new Error(`the role ${connection.user} stands above row-level security; use another`);
}
