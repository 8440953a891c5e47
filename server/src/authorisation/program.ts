import type { Route } from '@gezhi/contract/route';
import type { Actor } from '@gezhi/domain/access/index';
import type { FastifyInstance } from 'fastify';
import { openTestDatabase, type TestDatabase } from '../database/testing.ts';
import { openApp } from '../http/app.ts';
import { registerNouns } from '../nouns.ts';
import { openNouns } from '../open-nouns.ts';
import { seedRules } from '../rules/index.ts';
import { actorHeader, testDeps } from '../testing.ts';

/** The running program over a test database, with actors that a test names. */
export interface Program {
  readonly app: FastifyInstance;
  readonly db: TestDatabase;
  /** The routes that it really answers. */
  readonly routes: readonly Route[];
  /** Asks as somebody of `actors`, or as nobody. */
  ask(
    who: string | undefined,
    method: Route['method'],
    url: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly text: string }>;
  readonly close: () => Promise<void>;
}

const fridayMorning = Date.parse('2026-11-20T09:10+08:00');

/**
 * Opens the whole program, all nouns together, with the rules of these counties. `actors` may be added to later; `beside`
 * is told of what is answered beside the route table.
 */
export async function openProgram(
  actors: Record<string, Actor>,
  counties: readonly string[],
  beside: (address: { readonly method: string; readonly url: string }) => void = () => undefined,
): Promise<Program> {
  const db = await openTestDatabase();
  const base = await testDeps(db, actors);
  await base.clock.set(fridayMorning, false);
  for (const county of counties) {
    await db.transaction({ county, system: true }, (trx) => seedRules(trx, county, Date.parse('2020-01-01T00:00:00Z')));
  }
  const nouns = await openNouns({ ...base, close: () => Promise.resolve() });
  const app = await openApp(base);
  const routes: Route[] = [];
  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.route) routes.push(config.route);
    else for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') beside({ method: one, url });
  });
  const stop = await registerNouns(app, base, nouns);
  await app.ready();
  await base.jobs.start(false);
  return {
    app,
    db,
    routes,
    ask: async (who, method, url, body) => {
      const answer = await app.inject({
        method,
        url,
        headers: { ...(who !== undefined && { [actorHeader]: who }), 'if-match': '*' },
        ...(body !== undefined && { payload: body as object }),
      });
      return { status: answer.statusCode, text: answer.body };
    },
    close: async () => {
      await app.close();
      await stop();
      await nouns.close();
      await Promise.all([base.live.stop(), base.jobs.stop(), base.clock.stop()]);
      await db.close();
    },
  };
}
