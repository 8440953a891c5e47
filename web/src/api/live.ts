import { liveMessage, liveSigns } from '@gezhi/contract/live/routes';
import type { LiveMessage } from '@gezhi/contract/live/routes';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { staleBy } from './stale-by.ts';

/** Changes within this time are read again together. */
const GATHER_MS = 400;
/** Ids remembered, so that a message that comes twice counts once. */
const REMEMBERED = 500;

/** Told of what changed, gathered; of `reset` when too much was missed to say what. */
type LiveListener = (changed: readonly LiveMessage[] | 'reset') => void;

const listeners = new Set<LiveListener>();

/** Tells a list that keeps itself up to date (`meta: patchesItself`) of what changes. Answers how to stop. */
export function onLive(listener: LiveListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is read anew as a whole; the others are told by `onLive` and change row by row. */
const readsAnew = ({ meta }: { readonly meta: Record<string, unknown> | undefined }): boolean =>
  meta?.['patchesItself'] !== true;

/**
 * Listens to what changes in the own scope and has read again what was read of it. Answers whether the line is up.
 * The browser reconnects by itself and says where it stopped.
 */
export function useLive(): boolean {
  const client = useQueryClient();
  const [up, setUp] = useState(true);
  useEffect(() => {
    const stream = new EventSource('/api/live');
    const gather = gatherer(client);
    stream.addEventListener('open', () => setUp(true));
    stream.addEventListener('error', () => setUp(false));
    stream.addEventListener(liveSigns.ready, () => setUp(true));
    stream.addEventListener(liveSigns.reset, () => {
      void client.invalidateQueries({ predicate: readsAnew });
      for (const listener of listeners) listener('reset');
    });
    stream.addEventListener('message', (event) => {
      const read = liveMessage.safeParse(parsed(String(event.data)));
      if (read.success) gather(read.data);
    });
    return () => stream.close();
  }, [client]);
  return up;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function gatherer(client: QueryClient): (message: LiveMessage) => void {
  const seen = new Set<string>();
  let waiting: LiveMessage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    const messages = waiting;
    waiting = [];
    timer = undefined;
    void client.invalidateQueries({
      predicate: (query) => readsAnew(query) && messages.some((message) => staleBy(query.queryKey, message)),
    });
    for (const listener of listeners) listener(messages);
  };
  return (message) => {
    if (seen.has(message.id)) return;
    seen.add(message.id);
    const [oldest] = seen;
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    waiting.push(message);
    timer ??= setTimeout(flush, GATHER_MS);
  };
}
