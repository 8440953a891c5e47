import type { Connected } from './connected.ts';

// Telling other processes costs a transaction each time; within this many milliseconds once is enough.
const gatherMs = 20;

/** Tells this process at once and the others soon. A word lost is no harm: whoever listens also looks now and then. */
export function channelsOver(connected: Pick<Connected, 'listen' | 'notify'>) {
  const listeners = new Map<string, Set<() => void>>();
  const gathering = new Map<string, NodeJS.Timeout>();
  const hearing = new Set<() => Promise<void>>();
  let sending: Promise<unknown> = Promise.resolve();

  function send(channel: string): void {
    gathering.delete(channel);
    sending = Promise.all([sending, connected.notify(channel).catch(() => undefined)]);
  }
  return {
    listen: async (channel: string, heard: () => void): Promise<() => Promise<void>> => {
      const here = listeners.get(channel) ?? new Set();
      listeners.set(channel, here.add(heard));
      const stop = await connected.listen(channel, heard);
      hearing.add(stop);
      return async () => {
        here.delete(heard);
        if (hearing.delete(stop)) await stop();
      };
    },
    notify: (channel: string): Promise<void> => {
      for (const heard of listeners.get(channel) ?? []) heard();
      if (!gathering.has(channel))
        gathering.set(
          channel,
          setTimeout(() => send(channel), gatherMs),
        );
      return Promise.resolve();
    },
    stop: async (): Promise<void> => {
      for (const timer of gathering.values()) clearTimeout(timer);
      await Promise.all([sending, ...[...hearing].map((stop) => stop())]);
      hearing.clear();
    },
  };
}
