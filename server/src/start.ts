import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { isEmpty, setUpToken } from './access/index.ts';
import { hearCommands } from './backup/running-server.ts';
import { openApp } from './http/app.ts';
import { serveApiPage } from './http/api-page.ts';
import { serveHealth } from './http/health.ts';
import { serveWeb } from './http/web.ts';
import { registerNouns } from './nouns.ts';
import type { Base } from './open-deps.ts';
import { openNouns } from './open-nouns.ts';

/** A server that answers. */
export interface Running {
  readonly app: FastifyInstance;
  readonly port: number;
  /** Token for the first set-up, while there is no account at all. */
  readonly setUpToken: () => Promise<string | undefined>;
  /** Takes nothing new, finishes what is under way, ends streams and jobs, closes the database. */
  readonly stop: () => Promise<void>;
}

/**
 * Opens the nouns over the program's parts and listens; the parts end with the server.
 * @throws when something cannot be opened; what was opened is closed again.
 */
export async function startServer(base: Base): Promise<Running> {
  const { config, log } = base;
  try {
    const nouns = await openNouns(base);
    const deps = { ...base, identify: nouns.access.identify };
    const app = await openApp(deps);
    serveHealth(app, base.db);
    const stopNouns = await registerNouns(app, deps, nouns);
    serveApiPage(app);
    serveWeb(app, config);
    await base.jobs.start(true);
    await app.listen({ port: config.port, host: config.host });
    const stopHearing = await hearCommands(base);
    const { port } = app.server.address() as AddressInfo;
    log.info({ port, database: base.db.profile.size }, 'listening');
    return {
      app,
      port,
      setUpToken: async () => ((await isEmpty(base)) ? setUpToken(base.keys) : undefined),
      stop: async () => {
        await stopHearing();
        await app.close();
        await stopNouns();
        await nouns.close();
        await base.close();
      },
    };
  } catch (error) {
    await base.close();
    throw error;
  }
}
