import type { ServerResponse } from 'node:http';
import { liveSigns } from '@gezhi/contract/live/routes';
import type { Scope } from '../database/index.ts';
import type { PlacedEvent } from './event.ts';
import type { Delivered, LiveSource } from './source.ts';

/** A reader that takes no more than this in bytes has gone; it resumes when it comes back. */
const mostWaiting = 1_000_000;
const beatMs = 20_000;
const remembered = 5_000;

function message(event: PlacedEvent, resume: number): string {
  const { id, kind, ref, area, data } = event;
  return `id: ${resume}\ndata: ${JSON.stringify({ id, kind, ref, area, data })}\n\n`;
}

/** Holds the ids last sent, so that catching up and listening do not send the same twice. */
function sentOnce(): (id: string) => boolean {
  const ids = new Set<string>();
  return (id) => {
    if (ids.has(id)) return false;
    ids.add(id);
    const [oldest] = ids;
    if (ids.size > remembered && oldest !== undefined) ids.delete(oldest);
    return true;
  };
}

/**
 * Writes the stream of a scope to an open answer until either side ends it: first what came after `from`, then what
 * comes. Each message carries the position to resume from, so a reader that comes back misses nothing.
 * @returns how to end it.
 */
export async function streamTo(
  out: ServerResponse,
  source: LiveSource,
  scope: Scope,
  from: number | undefined,
): Promise<() => void> {
  const fresh = sentOnce();
  const early: Delivered[] = [];
  let caughtUp = false;

  function send(delivered: Delivered): void {
    if (!fresh(delivered.event.id)) return;
    out.write(message(delivered.event, delivered.resume));
    if (out.writableLength > mostWaiting) out.destroy();
  }
  const unsubscribe = source.subscribe(scope, (delivered) => {
    if (caughtUp) send(delivered);
    else early.push(delivered);
  });
  const beat = setInterval(() => out.write(': beat\n\n'), beatMs);
  out.on('close', () => {
    clearInterval(beat);
    unsubscribe();
  });

  const start = source.settled();
  const missed = from === undefined ? [] : await source.since(scope, from);
  out.write('retry: 2000\n');
  if (missed === undefined) out.write(`event: ${liveSigns.reset}\nid: ${start}\ndata: {}\n\n`);
  for (const event of missed ?? []) send({ event, resume: Math.min(event.position, start) });
  out.write(`event: ${liveSigns.ready}\nid: ${start}\ndata: {}\n\n`);
  caughtUp = true;
  for (const delivered of early) send(delivered);
  return () => out.end();
}
