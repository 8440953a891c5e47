/** A PostgreSQL of one's own that may be crashed under the servers working on it. */
import { startCluster } from './postgres-cluster.ts';
import type { FragileDatabase } from '../world/src/chaos/index.ts';

/** @throws Error when PostgreSQL is not installed or does not start. */
export async function openFragileDatabase(): Promise<{ database: FragileDatabase; stop: () => Promise<void> }> {
  // A crash may lose nothing that was committed, so commits have to reach the disk.
  const { url, port, crash, start, stop } = await startCluster({ durable: true });
  const settingsAt = (near: number) => {
    const there = new URL(url);
    there.port = String(near);
    return { DATABASE_URL: there.href };
  };
  return { database: { port, settingsAt, crash, start }, stop };
}
