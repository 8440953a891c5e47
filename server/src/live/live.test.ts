import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '@gezhi/domain/access/index';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../database/index.ts';
import { actorHeader, openOnce, openTestServer } from '../testing.ts';
import { type LiveEvent, seesEvent } from './event.ts';
import { trackGaps } from './gaps.ts';
import { appendLive, registerLive } from './index.ts';

const county = '450802';
const system: Scope = { county, system: true };
const clerk: Actor = {
  kind: 'staff',
  county,
  person: 'p1',
  name: '甲',
  posts: [{ id: 'x', role: 'clerk', area: '450802001', org: 'o1', permissions: [] }],
};

const at = openOnce(() => openTestServer(registerLive, { clerk }));
let port: number;
beforeAll(async () => {
  await at.app.listen({ port: 0, host: '127.0.0.1' });
  port = (at.app.server.address() as AddressInfo).port;
});

const happen = (...events: LiveEvent[]) => at.db.transaction(system, (trx) => appendLive(trx, ...events));
const inArea = (ref: string, area = '450802001013'): LiveEvent => ({ county, kind: 'case.changed', ref, area });

/** Opens the stream and gathers its text until `stop`. */
async function listen(lastEventId?: string) {
  const headers = { [actorHeader]: 'clerk', ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  const answer = await new Promise<IncomingMessage>((resolve) => {
    get({ port, host: '127.0.0.1', path: '/api/live', headers }, resolve);
  });
  let text = '';
  answer.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const until = async (what: string | RegExp) => {
    for (let tries = 0; tries < 200 && text.search(what) === -1; tries += 1) await wait(20);
    expect(text).toMatch(what);
    return text;
  };
  await until('event: ready');
  const refs = () => [...text.matchAll(/"ref":"([^"]+)"/g)].map((match) => match[1]);
  const lastId = () => [...text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? '';
  return { answer, until, refs, lastId, text: () => text, stop: () => answer.destroy() };
}

describe('the live stream', () => {
  it('tells what is committed in the scope, and nothing else', async () => {
    const reader = await listen();
    expect(reader.answer.headers['content-type']).toMatch(/^text\/event-stream/);
    await happen(inArea('seen'), inArea('elsewhere', '450802002001'), {
      county,
      kind: 'x.y',
      ref: 'org',
      orgs: ['o1'],
    });
    await at.db
      .transaction(system, async (trx) => {
        await appendLive(trx, inArea('rolled-back'));
        throw new Error('no');
      })
      .catch(() => undefined);
    await happen(inArea('last'));
    await reader.until('"ref":"last"');
    expect(reader.refs()).toEqual(['seen', 'org', 'last']);
    reader.stop();
  });

  it('resumes where a reader left, without a gap', async () => {
    const first = await listen();
    await happen(inArea('a'));
    await first.until('"ref":"a"');
    const id = first.lastId();
    first.stop();
    await happen(inArea('b'), inArea('hidden', '450802002001'));
    await happen(inArea('c'));
    const second = await listen(id);
    await happen(inArea('d'));
    await second.until('"ref":"d"');
    // What lies after a number that was rolled back may come again for a minute; readers drop it by its id.
    expect(second.refs().slice(-3)).toEqual(['b', 'c', 'd']);
    expect(second.refs()).not.toContain('hidden');
    second.stop();
  });

  it('tells a reader that was away too long to read anew', async () => {
    await happen(inArea('kept'));
    await at.db.asOwner((owner) =>
      owner.query('delete from live_event where position < (select max(position) from live_event)'),
    );
    const reader = await listen('0');
    expect(reader.text()).toContain('event: reset');
    reader.stop();
  });

  it('is for staff', async () => {
    expect((await at.app.inject('/api/live')).statusCode).toBe(401);
    expect(
      (await at.app.inject({ method: 'HEAD', url: '/api/live', headers: { [actorHeader]: 'clerk' } })).statusCode,
    ).toBe(404);
  });

  it('shows by scope what row-level security shows', async () => {
    const areas = ['450802001013', '450802002', '450802'];
    const events: LiveEvent[] = [undefined, ...areas].flatMap((area) =>
      [[], ['o1'], ['o1', 'o2']].flatMap((orgs) =>
        [undefined, 'p1', 'p2'].map((person) => ({ county, kind: 'rls', ref: 'c1', area, orgs, person })),
      ),
    );
    await happen(...events);
    const scopes: Scope[] = [
      { county },
      { county, areas: [''] },
      { county, areas: ['450802001'] },
      { county, areas: ['450802002', '450802001013'], person: 'p2' },
      { county, orgs: ['o2'] },
      { county, caseId: 'c1' },
      { county, person: 'p1' },
      { county: '450502', areas: [''] },
      system,
    ];
    for (const scope of scopes) {
      const rows = await at.db.transaction(scope, (trx) =>
        trx.selectFrom('live_event').select('id').where('kind', '=', 'rls').execute(),
      );
      expect(rows.length).toBe(events.filter((event) => seesEvent(scope, event)).length);
    }
  });
});

describe('gaps in the numbers', () => {
  it('never let a reader resume past what it has not seen, whatever the order of commits', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { minLength: 1 }), (order) => {
        const gaps = trackGaps(0);
        const seen = new Set<number>();
        for (const position of order) {
          expect(gaps.see(position, 0)).toBe(true);
          expect(gaps.see(position, 0)).toBe(false);
          seen.add(position);
          for (let below = 1; below <= gaps.settled(); below += 1) expect(seen.has(below)).toBe(true);
          const unseen = Array.from({ length: gaps.high() }, (_, index) => index + 1).filter((one) => !seen.has(one));
          expect(gaps.missing().sort((one, other) => one - other)).toEqual(unseen);
        }
      }),
    );
  });

  it('are given up after a time', () => {
    const gaps = trackGaps(0);
    gaps.see(3, 0);
    expect(gaps.settled()).toBe(0);
    gaps.giveUp(66_000);
    expect(gaps.settled()).toBe(3);
  });
});
