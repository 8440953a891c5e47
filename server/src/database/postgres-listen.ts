import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const retryMs = 2_000;
/** A connection that only hears cannot tell a dead line from silence, so it asks now and then. */
const askMs = 20_000;
const answerMs = 5_000;

/**
 * Hears NOTIFY on a connection of its own, made again whenever it breaks; after each (re)connection it reports once,
 * since something may have been missed meanwhile.
 * @returns how to stop.
 */
export async function listenOn(
  connection: pg.ClientConfig,
  channel: string,
  heard: () => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let current: pg.Client | undefined;
  // Without an answer in time the connection is destroyed, which its `end` tells.
  const asking = setInterval(() => void current?.query('select 1').catch(() => undefined), askMs).unref();

  async function connect(): Promise<void> {
    const client = new pg.Client({
      ...connection,
      application_name: 'gezhi listener',
      connectionTimeoutMillis: answerMs,
      query_timeout: answerMs,
      pipeline: true,
    });
    client.on('notification', heard);
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!stopped && current === client) void reconnect();
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    if (stopped) return client.end();
    current = client;
    heard();
  }

  async function reconnect(): Promise<void> {
    current = undefined;
    while (!stopped && current === undefined) {
      await wait(retryMs, undefined, { ref: false });
      try {
        await connect();
      } catch {
        // Still away; the slow poll keeps things going meanwhile.
      }
    }
  }

  await connect();
  return async () => {
    stopped = true;
    clearInterval(asking);
    await current?.end();
  };
}
