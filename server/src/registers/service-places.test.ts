import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { openOnce } from '../testing.ts';
import { community, county, openRegisters, otherCommunity } from './testing.ts';

const at = openOnce(openRegisters);
let place: { id: string };
let room: string;
beforeAll(async () => {
  place = await at.made('/api/service-places', {
    kind: 'serviceCentre',
    name: '荷城社区党群服务中心',
    area: community,
    point: [109.6, 23.1],
    hours: [{ day: 1, from: 480, to: 720 }],
    phone: '0775-4561234',
  });
  const added = await at.made(`/api/service-places/${place.id}/rooms`, { name: '议事厅', seats: 40 });
  room = String((added as unknown as { rooms: { id: string }[] }).rooms[0]?.id);
});

const hour = (from: number, to: number, title = '议事会') => ({
  room,
  title,
  from: `2026-11-23T${String(from).padStart(2, '0')}:00:00+08:00`,
  to: `2026-11-23T${String(to).padStart(2, '0')}:00:00+08:00`,
});

describe('a service place', () => {
  it('has a point, hours and rooms, and is known to all staff', async () => {
    const read = await at.call('otherWorker', 'GET', `/api/service-places/${place.id}`);
    expect(read).toMatchObject({
      status: 200,
      body: { name: '荷城社区党群服务中心', point: [109.6, 23.1], rooms: [{ name: '议事厅', seats: 40 }] },
    });
    const twice = {
      hours: [
        { day: 1, from: 480, to: 720 },
        { day: 1, from: 700, to: 900 },
      ],
    };
    const url = `/api/service-places/${place.id}`;
    expect(await at.call('clerk', 'PATCH', url, twice, { 'if-match': '*' })).toMatchObject({
      status: 422,
      body: { code: 'servicePlace.hours.invalid' },
    });
    expect((await at.call('otherClerk', 'PATCH', url, { name: 'x' }, { 'if-match': '*' })).status).toBe(403);
    const named = await at.call('clerk', 'PATCH', url, { name: '荷城党群中心' }, { 'if-match': read.etag });
    expect(named).toMatchObject({ status: 200, body: { name: '荷城党群中心', version: 2 } });
    const list = await at.call('clerk', 'GET', `/api/service-places?area=${community}&kind=serviceCentre`);
    expect(list.body.rows).toHaveLength(1);
  });

  it('that closes leaves the list and opens again', async () => {
    const { id } = await at.made('/api/service-places', { kind: 'carePost', name: '爱心驿站', area: community });
    const url = `/api/service-places/${id}`;
    const count = async () => (await at.call('clerk', 'GET', '/api/service-places?kind=carePost')).body.rows.length;
    await at.call('clerk', 'PATCH', url, { retired: true }, { 'if-match': '*' });
    expect(await count()).toBe(0);
    await at.call('clerk', 'PATCH', url, { retired: false }, { 'if-match': '*' });
    expect(await count()).toBe(1);
  });
});

describe('a booking', () => {
  it('has the room for itself; of many at once one is taken', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => at.call('clerk', 'POST', '/api/bookings', hour(9, 11, `第${index}场`))),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'booking.taken' });
    expect((await at.call('clerk', 'POST', '/api/bookings', hour(10, 12))).status).toBe(409);
    expect((await at.call('clerk', 'POST', '/api/bookings', hour(11, 12))).status).toBe(201);
    const week = `/api/bookings?place=${place.id}&from=2026-11-23T00:00:00%2B08:00&to=2026-11-30T00:00:00%2B08:00`;
    expect((await at.call('worker', 'GET', week)).body.rows).toEqual([]);
    expect((await at.call('clerk', 'GET', week)).body.rows).toMatchObject([
      { roomName: '议事厅', personName: 'clerk' },
      { title: '议事会' },
    ]);
  });

  it('is moved where there is room, cancelled, and says afterwards what was held', async () => {
    const made = await at.call('clerk', 'POST', '/api/bookings', hour(14, 15));
    const url = `/api/bookings/${String(made.body['id'])}`;
    const { from, to } = hour(10, 11);
    expect((await at.call('clerk', 'PATCH', url, { from, to }, { 'if-match': made.etag })).body).toMatchObject({
      code: 'booking.taken',
    });
    const later = hour(14, 17);
    const moved = await at.call('clerk', 'PATCH', url, { from: later.from, to: later.to }, { 'if-match': made.etag });
    expect(moved).toMatchObject({ status: 200, body: { version: 2 } });
    const held = await at.call('clerk', 'PATCH', url, { held: '加装电梯恳谈会', attended: 26 }, { 'if-match': '*' });
    expect(held.body).toMatchObject({ held: '加装电梯恳谈会', attended: 26 });
    await at.call('clerk', 'PATCH', url, { cancelled: true }, { 'if-match': '*' });
    expect((await at.call('clerk', 'POST', '/api/bookings', hour(15, 16))).status).toBe(201);
    expect((await at.call('clerk', 'PATCH', url, { title: 'x' }, { 'if-match': '*' })).body).toMatchObject({
      code: 'booking.cancelled',
    });
  });

  it('is refused backwards, for a week and more, in no room, and by those of another area', async () => {
    expect((await at.call('clerk', 'POST', '/api/bookings', hour(9, 8))).status).toBe(422);
    const long = { ...hour(9, 10), to: '2026-12-23T00:00:00+08:00' };
    expect((await at.call('clerk', 'POST', '/api/bookings', long)).body).toMatchObject({
      code: 'booking.tooLong.invalid',
    });
    expect((await at.call('clerk', 'POST', '/api/bookings', { ...hour(7, 8), room: newId() })).status).toBe(422);
    expect((await at.call('otherClerk', 'POST', '/api/bookings', hour(7, 8))).status).toBe(403);
    await at.call('clerk', 'POST', `/api/service-rooms/${room}/retire`);
    expect((await at.call('clerk', 'POST', '/api/bookings', hour(7, 8))).body).toMatchObject({ code: 'room.unknown' });
  });

  it('is shown by the database to its area', async () => {
    const count = (areas: string[]) =>
      at.db.transaction(
        { county, areas, person: 'p' },
        async (trx) => (await trx.selectFrom('booking').select('id').execute()).length,
      );
    expect([(await count([community])) > 0, await count([otherCommunity])]).toEqual([true, 0]);
  });
});
