import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '@gezhi/domain/access/index';
import { describe, expect, it } from 'vitest';
import { openApp } from '../http/app.ts';
import { actorHeader, openOnce, openTestServer } from '../testing.ts';
import { realClock, registerClock, settableClock } from './index.ts';

const staff = (permissions: readonly ('clock.set' | 'case.read')[]): Actor => ({
  kind: 'staff',
  county: '450802',
  person: 'p1',
  name: '甲',
  posts: [{ id: 'x', role: 'x', area: '450802', permissions }],
});
const morning = '2026-11-20T09:10:00+08:00';

const at = openOnce(() =>
  openTestServer(registerClock, { administrator: staff(['clock.set']), clerk: staff(['case.read']) }),
);

const put = (payload: object, as = 'administrator') =>
  at.app.inject({ method: 'PUT', url: '/api/clock', payload, headers: { [actorHeader]: as } });

describe('a clock that can be set', () => {
  it('stands still or goes on from where an administrator set it, and says so to everybody', async () => {
    const still = await put({ now: morning, running: false });
    expect(still.json()).toEqual({ now: '2026-11-20T01:10:00.000Z', settable: true, running: false });
    await wait(20);
    expect(at.deps.clock.now()).toBe(Date.parse(morning));
    await put({ now: morning });
    await wait(20);
    const passed = at.deps.clock.now() - Date.parse(morning);
    expect(passed).toBeGreaterThan(0);
    expect((await at.app.inject('/api/clock')).json()).toMatchObject({ settable: true, running: true });
  });

  it('is the same after a start, and in every process', async () => {
    const other = await settableClock(at.db, at.deps.log);
    await put({ now: '2026-11-21T08:00:00+08:00', running: false });
    for (let tries = 0; tries < 100 && other.now() !== at.deps.clock.now(); tries += 1) await wait(20);
    expect(other.now()).toBe(at.deps.clock.now());
    expect((await settableClock(at.db, at.deps.log)).now()).toBe(at.deps.clock.now());
  });

  it('waits for what it made due', async () => {
    let fired = 0;
    at.deps.clock.onSet(async () => {
      await wait(20);
      fired = at.deps.clock.now();
    });
    await put({ now: '2026-11-22T08:00:00+08:00', running: false });
    expect(fired).toBe(Date.parse('2026-11-22T08:00:00+08:00'));
  });

  it('is set by whoever may, to a time there is', async () => {
    expect((await put({ now: morning }, 'clerk')).statusCode).toBe(403);
    expect((await put({ now: morning }, 'nobody')).statusCode).toBe(401);
    expect((await put({ now: '9999-01-01T00:00:00Z' })).statusCode).toBe(422);
    expect((await put({ now: 'now' })).statusCode).toBe(422);
  });
});

describe('the real clock', () => {
  it('is not set', async () => {
    const real = { ...at.deps, clock: realClock() };
    const own = await openApp(real);
    registerClock(own, real);
    const answer = await own.inject({
      method: 'PUT',
      url: '/api/clock',
      payload: { now: morning },
      headers: { [actorHeader]: 'administrator' },
    });
    expect(answer.json()).toMatchObject({ status: 409, code: 'clock.notSettable' });
    expect(Math.abs(real.clock.now() - Date.now())).toBeLessThan(1000);
    await own.close();
  });
});
