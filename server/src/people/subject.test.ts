import type { Actor } from '@gezhi/domain/access/index';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { keysOver, Unreadable } from '../keys/index.ts';
import { newId } from '../new-id.ts';
import { isRefusal } from '../refusal.ts';
import { openOnce } from '../testing.ts';
import { eraseSubject, moveContactsOf, revealContact, type Staff } from './index.ts';
import {
  changeContact,
  createSubject,
  findSubject,
  findSubjectsByPhone,
  maskedContacts,
  openFor,
  readContact,
  sealFor,
} from './subject.ts';

const county = '450802';
const community = '450802001013';
const otherStreet = '450802002';
const at = '2026-11-20T01:00:00.000Z';
const phone = '+8613800138000';
const keys = keysOver([{ id: 'k1', key: new Uint8Array(32).fill(3) }]);
const system = { county, system: true } as const;

const db = openOnce(openTestDatabase);

const deps = () => ({ db, keys, clock: { now: () => Date.parse(at) } });
const make = (more: object = {}) =>
  db.transaction(system, (trx) =>
    createSubject(trx, keys, { county, area: community, at, phone, name: '韦佳', email: 'wei@example.cn', ...more }),
  );

function staff(area: string, permissions: string[], org?: string): Staff {
  const post = {
    id: newId(),
    role: 'r',
    permissions: permissions as never,
    ...(org === undefined ? { area } : { org }),
  };
  const actor: Actor = { kind: 'staff', county, person: newId(), name: '甲', posts: [post] };
  return actor;
}

describe('contact data', () => {
  it('is kept sealed, shown masked, and found by the number', async () => {
    const caseId = newId();
    const { id } = await make({ caseId, phoneVerified: true });
    const [row] = await db.asOwner((owner) => owner.query('select * from subject where id = $1', [id]));
    expect(JSON.stringify(row)).not.toMatch(/138001|韦佳|wei@/);
    const shown = await db.transaction(system, (trx) => maskedContacts(trx, keys, county, [id, newId()]));
    expect([...shown]).toEqual([
      [id, { subject: id, phone: '138****8000', phoneVerified: true, hasEmail: true, erased: false, name: '韦**' }],
    ]);
    const found = await db.transaction(system, (trx) => findSubjectsByPhone(trx, keys, county, phone));
    expect(found).toContainEqual({ id, caseId, verified: true });
    expect(await db.transaction(system, (trx) => findSubjectsByPhone(trx, keys, county, '+8613800138009'))).toEqual([]);
    expect(await db.transaction(system, (trx) => readContact(trx, keys, county, id))).toEqual({
      phone,
      name: '韦佳',
      email: 'wei@example.cn',
    });
  });

  it('changes in part, and stays under its own key', async () => {
    const subject = await make();
    const other = await make();
    await db.transaction(system, (trx) =>
      changeContact(trx, keys, county, subject, { phone: '+8613900139000', email: null }),
    );
    expect(await db.transaction(system, (trx) => readContact(trx, keys, county, subject.id))).toEqual({
      phone: '+8613900139000',
      name: '韦佳',
    });
    const sealed = sealFor(keys, subject, '门牌 3-2-501', 'note');
    const again = await db.transaction(system, (trx) => findSubject(trx, keys, county, subject.id));
    expect(again && openFor(keys, again, sealed, 'note')).toBe('门牌 3-2-501');
    expect(() => openFor(keys, other, sealed, 'note')).toThrow(Unreadable);
    expect(() => openFor(keys, { id: other.id, key: subject.key }, sealed, 'note')).toThrow(Unreadable);
    expect(() => openFor(keys, subject, sealed, 'name')).toThrow(Unreadable);
  });

  it('is left by anybody who files, and read by its area, its case and nobody else', async () => {
    const caseId = newId();
    const { id } = await db.transaction({ county, filing: true }, (trx) =>
      createSubject(trx, keys, { county, area: community, caseId, at, phone }),
    );
    const seen = (scope: Parameters<typeof db.transaction>[0]) =>
      db.transaction(scope, async (trx) => (await maskedContacts(trx, keys, county, [id])).size);
    expect(await seen({ county, areas: [community], person: 'p' })).toBe(1);
    expect(await seen({ county, caseId })).toBe(1);
    expect(await seen({ county, filing: true })).toBe(0);
    expect(await seen({ county, caseId: newId() })).toBe(0);
    expect(await seen({ county, areas: [otherStreet], orgs: [newId()], person: 'p' })).toBe(0);
    await expect(
      db.transaction({ county }, (trx) => createSubject(trx, keys, { county, area: community, at })),
    ).rejects.toThrow(/row-level security/);
    await db.transaction({ county, caseId }, (trx) => moveContactsOf(trx, county, newId(), otherStreet));
    expect(await seen({ county, areas: [community], person: 'p' })).toBe(1);
    await db.transaction({ county, caseId }, (trx) => moveContactsOf(trx, county, caseId, otherStreet));
    expect(await seen({ county, areas: [community], person: 'p' })).toBe(0);
    expect(await seen({ county, areas: [otherStreet], person: 'p' })).toBe(1);
  });
});

describe('a reveal', () => {
  it('shows a body of another area the contact of the case before it, for 60 seconds, on the record', async () => {
    const caseId = newId();
    const { id } = await make({ caseId });
    const actor = staff('', ['personal.reveal'], newId());
    const shown = await revealContact(deps(), { actor, subject: id, caseId, purpose: '约上门时间' });
    expect(shown).toEqual({ phone, name: '韦佳', email: 'wei@example.cn', until: '2026-11-20T01:01:00.000Z' });
    const log = await db.asOwner((owner) =>
      owner.query('select person, subject, case_id, purpose, what from reveal_log where subject = $1', [id]),
    );
    expect(log).toEqual([
      { person: actor.person, subject: id, case_id: caseId, purpose: '约上门时间', what: 'contact' },
    ]);
  });

  it('needs the right, and the case the contact was left with', async () => {
    const { id } = await make({ caseId: newId() });
    const reveal = async (actor: Staff, caseId: string) => {
      const shown = await revealContact(deps(), { actor, subject: id, caseId, purpose: 'x' });
      return isRefusal(shown) ? shown.code : 'shown';
    };
    expect(await reveal(staff(community, ['case.read']), newId())).toBe('access.forbidden');
    expect(await reveal(staff(community, ['personal.reveal']), newId())).toBe('contact.notFound');
    expect(await reveal(staff(otherStreet, ['personal.reveal']), newId())).toBe('contact.notFound');
    const log = await db.asOwner((owner) => owner.query('select 1 from reveal_log where subject = $1', [id]));
    expect(log).toEqual([]);
  });
});

describe('erasing', () => {
  it('destroys the key: what was sealed anywhere opens no more, and the reason stands', async () => {
    const caseId = newId();
    const subject = await make({ caseId });
    const sealed = sealFor(keys, subject, '门牌 3-2-501', 'note');
    const administrator = staff(county, ['personal.erase', 'personal.reveal']);
    expect(
      isRefusal(
        await eraseSubject(deps(), { actor: staff(otherStreet, ['personal.erase']), subject: subject.id, reason: 'x' }),
      ),
    ).toBe(true);
    expect(await eraseSubject(deps(), { actor: administrator, subject: subject.id, reason: '本人申请删除' })).toEqual({
      at,
    });
    const [row] = await db.asOwner((owner) => owner.query('select * from subject where id = $1', [subject.id]));
    expect(row).toMatchObject({
      wrapped_key: null,
      phone: null,
      phone_index: null,
      email: null,
      name: null,
      erased_at: at,
    });
    expect(await db.transaction(system, (trx) => findSubject(trx, keys, county, subject.id))).toBeUndefined();
    expect(Buffer.from(sealed, 'base64url').includes('门牌')).toBe(false);
    const shown = await db.transaction(system, (trx) => maskedContacts(trx, keys, county, [subject.id]));
    expect(shown.get(subject.id)).toEqual({ subject: subject.id, phoneVerified: false, hasEmail: false, erased: true });
    const again = await eraseSubject(deps(), { actor: administrator, subject: subject.id, reason: 'x' });
    expect(isRefusal(again) && again.code).toBe('contact.gone');
    const revealed = await revealContact(deps(), { actor: administrator, subject: subject.id, caseId, purpose: 'x' });
    expect(isRefusal(revealed) && revealed.code).toBe('contact.gone');
    const log = await db.asOwner((owner) =>
      owner.query('select what, purpose from reveal_log where subject = $1', [subject.id]),
    );
    expect(log).toEqual([{ what: 'erased', purpose: '本人申请删除' }]);
  });
});
