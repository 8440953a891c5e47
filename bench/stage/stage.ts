import pg from 'pg';
import { startCluster } from '../../scripts/postgres-cluster.ts';
import { signIn } from '../../world/src/demonstration/sign-in.ts';
import { newFolder, type OwnServer, startServer } from '../../world/src/own-server.ts';
import type { Desk } from '../grown/templates.ts';
import { cpuOf, cpuOfTree, parentOf } from './cpu.ts';
import { populate } from './populate.ts';

/** The program on a PostgreSQL of its own, with the demonstration's people and one grid, and no matters. */
export interface Stage {
  readonly server: OwnServer;
  /** As its owner, beside the program. */
  readonly db: pg.Client;
  /** Of every account. */
  readonly password: string;
  /** Milliseconds of processor time so far. */
  readonly cpu: () => { readonly program: number; readonly database: number };
}

/** Does the work on a stage and clears it away. `settings` are added to the program's environment. */
export async function onStage(
  work: (stage: Stage) => Promise<void>,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const password = 'a-password-of-a-passing-server';
  const cluster = await startCluster({ durable: true });
  const folder = newFolder();
  const db = new pg.Client({ connectionString: cluster.url });
  try {
    await db.connect();
    const server = await startServer(folder.path, { DATABASE_URL: cluster.url, ...settings });
    try {
      await populate(server, password);
      const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
      const postgres = parentOf(rows[0]?.pid ?? 0);
      const cpu = () => ({ program: cpuOf(server.pid), database: cpuOfTree(postgres) });
      await work({ server, db, password, cpu });
    } finally {
      // Nobody needs what it has not yet written down.
      await server.kill();
    }
  } finally {
    await db.end();
    await cluster.stop();
    folder.remove();
  }
}

/** Signs in these accounts of the demonstration. */
export async function deskAt(url: string, password: string, names: readonly string[]): Promise<Desk> {
  const desk = new Map<string, Awaited<ReturnType<typeof signIn>>>();
  for (const name of names) desk.set(name, await signIn(url, name, password));
  return desk;
}
