import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../api/call.ts';
import { Refused } from '../../api/query.ts';
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

  const now = Date.parse('2026-11-22T00:00:00Z');
  const mine = session('me', '2026-11-23T00:00:00Z', now - 5);
  const whoAmI = ['access.whoAmI', {}];
  const list = ['cases.list', {}];

  /** Starts with a store that says what it has only after `meanwhile`. */
  async function startLate(meanwhile: (client: QueryClient) => unknown): Promise<QueryClient> {
    vi.useFakeTimers({ now });
    const { promise: answers, resolve } = Promise.withResolvers<readonly StoredAnswer[]>();
    const silent = { getAll: () => answers } as unknown as Awaited<ReturnType<typeof phone>>;
    vi.mocked(phone).mockResolvedValue(silent);
    const client = new QueryClient();
    const started = hydrate(client);
    await vi.advanceTimersByTimeAsync(4000);
    await started;
    await meanwhile(client);
    resolve([mine, work('me', now - day)]);
    await vi.advanceTimersByTimeAsync(0);
    return client;
  }

  it('does not wait for a store that is silent; what comes late fills only what is missing', async () => {
    const without = await startLate(() => undefined);
    expect([without.getQueryData(whoAmI), without.getQueryData(list)]).toEqual([mine.data, 1]);
    const since = await startLate((client) => client.setQueryData(list, 'read since'));
    expect([since.getQueryData(whoAmI), since.getQueryData(list)]).toEqual([mine.data, 'read since']);
  });

  it('shows nothing that came late where nobody, or somebody else, turned out to be signed in', async () => {
    const her = session('her', '2026-11-23T00:00:00Z', now).data;
    const hers = await startLate((client) => client.setQueryData(whoAmI, her));
    expect([hers.getQueryData(whoAmI), hers.getQueryData(list)]).toEqual([her, undefined]);
    const refused = new Refused({ type: 'about:blank', title: '', status: 401, code: 'access.signIn' } as Problem);
    const over = await startLate((client) =>
      client.prefetchQuery({ queryKey: whoAmI, queryFn: () => Promise.reject(refused), retry: false }),
    );
    expect([over.getQueryData(whoAmI), over.getQueryData(list)]).toEqual([undefined, undefined]);
  });
});
