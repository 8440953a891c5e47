import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const retryMs = 2_000;

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

  async function connect(): Promise<void> {
    const client = new pg.Client({ ...connection, application_name: 'gezhi listener', keepAlive: true });
    client.on('notification', heard);
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!stopped && current === client) void reconnect();
    });
    await client.connect();
    await client.query(`listen ${channel}`);
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
    await current?.end();
  };
}
