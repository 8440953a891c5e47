/** A throw-away PostgreSQL: its own folder, port and passwords, made from the installed programs and removed at the end. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Cluster {
  /** Signs in as the owner of everything, over 127.0.0.1 with a password. */
  readonly url: string;
  /** Folder of the programs (pgbench, psql, pg_dump) that belong to this server. */
  readonly bin: string;
  /** Port on 127.0.0.1; the same after each start. */
  readonly port: number;
  /** Ends the server at once, as `pg_ctl stop -m immediate` does: nothing is written down any more. */
  readonly crash: () => Promise<void>;
  /** Starts it again after a crash and waits until it has recovered. */
  readonly start: () => Promise<void>;
  /** Ends the server and removes its folder. */
  readonly stop: () => Promise<void>;
}

export interface ClusterOptions {
  /** Commits reach the disk, as in service (for measurements). Tests do without: the cluster is thrown away. */
  readonly durable?: boolean;
}

const debian = '/usr/lib/postgresql';

/** Folder with initdb and postgres: POSTGRES_BIN if set, else Debian's newest, else wherever the PATH has them. */
export function findPostgres(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    process.env['POSTGRES_BIN'] ?? '',
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return places.find((place) => place !== '' && existsSync(join(place, 'initdb')));
}

export const howToGetPostgres =
  'no PostgreSQL found: `apt-get install postgresql`, or set POSTGRES_BIN to the folder that holds initdb';

/** PostgreSQL refuses to run as root; root lends it the user that the package made. */
export function postgresUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const entry = readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m);
  if (entry === null) throw new Error('running as root, and there is no user `postgres` to run the database');
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function untilReady(server: ChildProcess, bin: string, port: number, log: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error(`postgres did not start:\n${log()}`);
    const ready = spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
    if (ready.status === 0) return;
    await wait(100);
  }
  throw new Error(`postgres did not answer within 30 s:\n${log()}`);
}

/** @throws Error when PostgreSQL is not installed or does not start. */
export async function startCluster({ durable = false }: ClusterOptions = {}): Promise<Cluster> {
  const bin = findPostgres();
  if (bin === undefined) throw new Error(howToGetPostgres);
  const user = postgresUser();
  const folder = mkdtempSync(join(tmpdir(), 'gezhi-postgres-'));
  const data = join(folder, 'data');
  const password = randomBytes(18).toString('base64url');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  }

  const init = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'scram-sha-256', '--pwfile', passwordFile],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (init.status !== 0) throw new Error(`initdb failed:\n${init.stdout}${init.stderr}`);

  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    max_connections: '200',
    shared_buffers: '128MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  let said = '';
  const launch = () => {
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-8000)));
    return { server, ended: once(server, 'close') };
  };
  let running = launch();

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    running.server.kill(signal);
    await running.ended;
  };
  const stop = async (): Promise<void> => {
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients that forgot to leave.
    await end('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(running.server, bin, port, () => said);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    bin,
    port,
    // SIGQUIT is its immediate shutdown.
    crash: () => end('SIGQUIT'),
    start: async () => {
      running = launch();
      await untilReady(running.server, bin, port, () => said);
    },
    stop,
  };
}
