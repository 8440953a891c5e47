import type { Actor } from '@gezhi/domain/access/index';
import type { Body, CaseEvent } from '@gezhi/domain/cases/index';
import { beforeEach } from 'vitest';
import { type Gateways, NotDelivered } from '../gateways/index.ts';
import { createSubject } from '../people/index.ts';
import { seedRules } from '../rules/index.ts';
import { openOnce } from '../testing.ts';
import { tell } from './index.ts';
import { community, county, friday, keepCase, openNotices, organisation, staff, street } from './testing.ts';

const system = { county, system: true } as const;

type Unsigned = CaseEvent extends infer E ? (E extends CaseEvent ? Omit<E, 'at' | 'by'> & Partial<E> : never) : never;

/** A county with somebody at each place a notice goes to, before each test as new; what is told to them, and sent. */
export function openStaffed() {
  const sent: { to: string; text: string }[] = [];
  /** How many sendings will fail before one goes through. */
  const failures = { left: 0 };
  const gateways: Gateways = {
    sms: {
      send: ({ to, text }) => {
        if (failures.left > 0) {
          failures.left -= 1;
          return Promise.reject(new NotDelivered('status 500'));
        }
        sent.push({ to, text });
        return Promise.resolve();
      },
    },
  };
  const at = openOnce(() => openNotices({ gateways }));
  const bodies = { bureau: '' };
  beforeEach(async () => {
    await at.db.clear();
    sent.length = 0;
    failures.left = 0;
    await at.db.transaction(system, async (trx) => {
      await seedRules(trx, county, friday);
      bodies.bureau = await organisation(trx, '城管局');
      const posts: readonly (readonly [string, string, string, { area?: string; org?: string }])[] = [
        ['clerk', '甲', 'community-clerk', { area: community }],
        ['second', '乙', 'community-clerk', { area: community }],
        ['chief', '丁', 'small-grid-chief', { area: `${community}007` }],
        ['worker', '城管', 'department-clerk', { org: bodies.bureau }],
        ['street', '街道', 'dispatcher', { area: street }],
        ['elsewhere', '别处', 'dispatcher', { area: '450802002' }],
      ];
      for (const [key, name, role, where] of posts) at.actors[key] = await staff(trx, name, role, where);
    });
  });

  const staffOf = (name: string): Extract<Actor, { kind: 'staff' }> => {
    const actor = at.actors[name];
    if (actor?.kind !== 'staff') throw new Error(name);
    return actor;
  };
  const event = (given: Unsigned, by = 'clerk'): CaseEvent => ({
    at: friday,
    by: { kind: 'staff', person: staffOf(by).person },
    ...given,
  });
  const reported = (id: string, subject?: string, more: object = {}): CaseEvent =>
    event({
      type: 'reported',
      by: { kind: 'reporter' },
      id,
      county,
      number: `2026-${id.slice(-6)}`,
      channel: 'resident',
      reporter: { kind: 'resident', ...(subject !== undefined && { subject }) },
      category: '01020401',
      kind: 'ordinary',
      urgency: 'ordinary',
      level: 'community',
      area: `${community}007`,
      onNoGrid: false,
      description: '路灯不亮',
      photos: [],
      homeDesk: community,
      desk: community,
      routing: { version: 1, gap: true },
      hideFromHandler: false,
      ...more,
    });

  /** Files a case with these events and tells of all of them. */
  const happen = (
    events: (subject: string) => readonly CaseEvent[],
    contact: object = { phone: '+8613800138000' },
  ): Promise<{ caseId: string; subject: string; length: number }> =>
    at.db.transaction(system, async (trx) => {
      const moment = new Date(friday).toISOString();
      const subject = await createSubject(trx, at.deps.keys, {
        county,
        area: `${community}007`,
        at: moment,
        ...contact,
      });
      const all = events(subject.id);
      const [first] = all;
      if (first?.type !== 'reported') throw new Error('a case begins with its report');
      await keepCase(trx, all, subject.id);
      await tell(at.deps, trx, { county, caseId: first.id, fromSeq: 0, toSeq: all.length });
      return { caseId: first.id, subject: subject.id, length: all.length };
    });

  /** The bureau's work order. */
  const order = () => {
    const body: Body = { kind: 'org', org: bodies.bureau };
    return { id: 'wo.1', body, role: 'lead' as const, by: 'dispatch' as const, from: community };
  };
  return { at, sent, failures, staffOf, event, reported, happen, order };
}
