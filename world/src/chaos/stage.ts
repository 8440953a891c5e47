import { clockRoutes } from '@gezhi/contract/clock/routes';
import { type Client, openClient } from '../client.ts';
import { signIn } from '../demonstration/sign-in.ts';
import { freePort, newFolder } from '../own-server.ts';
import { insist, newTally } from './insist.ts';
import { keepServer, type KeptServer } from './keep-server.ts';
import { type Line, openLine } from './line.ts';
import { password } from './place.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';

/** A PostgreSQL that can be stopped at once and started again. */
export interface FragileDatabase {
  /** Where it listens on 127.0.0.1. */
  readonly port: number;
  /** How servers reach it at a port: `DATABASE_URL` and what goes with it. */
  settingsAt(port: number): Readonly<Record<string, string>>;
  crash(): Promise<void>;
  start(): Promise<void>;
}

/** All that may break, and how to end it. */
export interface Stage {
  readonly dataDir: string;
  readonly servers: readonly KeptServer[];
  readonly urls: readonly string[];
  /** Environment of the commands that look at the database. */
  readonly settings: Readonly<Record<string, string>>;
  readonly database?: FragileDatabase;
  readonly line?: Line;
  readonly disk?: SmallDisk;
  /** Before the clock is set for the first time, while nothing breaks. */
  signInAdmin(): Promise<void>;
  /** Sets the clock on by so many milliseconds, and lets it stand there. Answers what it shows. */
  jump(ms: number): Promise<number>;
  now(): Promise<number>;
  clear(): Promise<void>;
}

const diskMegabytes = 24;
const firstDay = Date.parse('2026-11-20T09:00:00+08:00');

/** Starts one server on the embedded database, or two on the PostgreSQL given, through a line that can be cut. */
export async function openStage(
  ports: readonly number[],
  database?: FragileDatabase,
  program?: string,
): Promise<Stage> {
  const folder = newFolder();
  const disk = await openSmallDisk(folder.path, diskMegabytes);
  const line = database && (await openLine(database.port));
  const settings = { ...(database && line && database.settingsAt(line.port)), DEFAULT_COUNTY: '450802' };
  const wanted = database === undefined ? 1 : 2;
  const servers: KeptServer[] = [];
  for (let index = 0; index < wanted; index += 1) {
    const server = keepServer(folder.path, settings, ports[index] ?? (await freePort()), program);
    servers.push(server);
    // The first makes the keys and the tables, the second finds them.
    await server.ready();
  }
  const urls = servers.map(({ url }) => url);
  const admins = new Map<string, Client>();
  const admin = insist(urls, newTally(), (url) => admins.get(url) ?? openClient(url));
  let shown = firstDay;
  let lastSet: Promise<unknown> = Promise.resolve();
  return {
    dataDir: folder.path,
    servers,
    urls,
    settings,
    ...(database && { database }),
    ...(line && { line }),
    ...(disk && { disk }),
    signInAdmin: async () => {
      for (const url of urls) admins.set(url, await signIn(url, 'admin', password));
    },
    jump: async (ms) => {
      shown += ms;
      const to = shown;
      const body = { now: new Date(to).toISOString(), running: false };
      const set = () => admin.do((client) => client.call(clockRoutes.set, { body }));
      // One after the other: a call sent again after the next one's would set the clock back.
      lastSet = lastSet.then(set, set);
      await lastSet;
      return to;
    },
    now: async () => Date.parse((await openClient(urls[0] ?? '').call(clockRoutes.read)).now),
    clear: async () => {
      await Promise.all(servers.map((server) => server.rest()));
      await line?.close();
      await disk?.remove();
      folder.remove();
    },
  };
}
