import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { goodToStart, hydrate, isKept } from './answers.ts';
import { phone } from './phone.ts';
import type { StoredAnswer } from './phone.ts';

vi.mock('./phone.ts', () => ({ phone: vi.fn<typeof phone>() }));

const session = (id: string, expires: string, at: number): StoredAnswer => ({
  owner: id,
  key: ['access.whoAmI', {}],
  data: { value: { person: { id }, expires } },
  at,
});
const work = (owner: string, at: number): StoredAnswer => ({ owner, key: ['cases.list', {}], data: 1, at });
const day = 86_400_000;

describe('what is read without a line', () => {
  it('keeps work, places and roster, and no search, position or number shown', () => {
    expect(isKept(['cases.list', { mine: 'true' }])).toBe(true);
    expect(isKept(['people.listPeople', { query: { limit: 100 } }])).toBe(true);
    expect(isKept(['people.listPeople', { query: { limit: 100, q: 'w' } }])).toBe(false);
    expect(isKept(['places.locate', { query: { lon: 1, lat: 2 } }])).toBe(false);
    expect(isKept(['cases.reveal', {}])).toBe(false);
    expect(isKept([7])).toBe(false);
  });

  it('starts with what is one’s own, while the session holds, and not older than two weeks', () => {
    const now = Date.parse('2026-11-22T00:00:00Z');
    const mine = session('me', '2026-11-23T00:00:00Z', now - 5);
    const kept = [session('her', '2026-11-23T00:00:00Z', now - 9), work('her', now), mine, work('me', now - day)];
    expect(goodToStart(kept, now).map(({ owner }) => owner)).toEqual(['me', 'me']);
    expect(goodToStart([mine, work('me', now - 15 * day)], now)).toEqual([mine]);
    expect(goodToStart([session('me', '2026-11-21T00:00:00Z', now), work('me', now)], now)).toEqual([]);
    expect(goodToStart([work('me', now)], now)).toEqual([]);
  });
});

describe('the start of the app', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('does not wait for a store that is silent; what comes late fills only what is missing', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T00:00:00Z') });
    const { promise: answers, resolve } = Promise.withResolvers<readonly StoredAnswer[]>();
    const silent = { getAll: () => answers } as unknown as Awaited<ReturnType<typeof phone>>;
    vi.mocked(phone).mockResolvedValue(silent);
    const client = new QueryClient();
    const started = hydrate(client);
    await vi.advanceTimersByTimeAsync(4000);
    await started;
    client.setQueryData(['cases.list', {}], 'read since');
    const mine = session('me', '2026-11-23T00:00:00Z', Date.now() - 5);
    resolve([mine, work('me', Date.now() - day)]);
    await vi.advanceTimersByTimeAsync(0);
    expect(client.getQueryData(['access.whoAmI', {}])).toEqual(mine.data);
    expect(client.getQueryData(['cases.list', {}])).toBe('read since');
  });
});
