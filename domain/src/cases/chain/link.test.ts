import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { genesis, linkOf, verifyChain } from './index.ts';
import type { Linked } from './index.ts';

/** Stands for SHA-256: different texts get different names, equal texts the same. */
const names = new Map<string, string>();
function sha256(text: string): string {
  const name = names.get(text) ?? (names.size + 1).toString(16).padStart(64, '0');
  names.set(text, name);
  return name;
}

function chainOf(events: readonly unknown[]): Linked[] {
  const links: Linked[] = [];
  for (const event of events) {
    const prev = links.at(-1)?.hash ?? genesis;
    const link = linkOf(prev, event, sha256);
    if (!link.ok) throw new Error(link.code);
    links.push({ event, prev, hash: link.hash });
  }
  return links;
}

const events = ['reported', 'accepted', 'dispatched', 'closed'].map((type, seq) => ({ case: 'c1', seq, type }));

test('a link is the hash of one canonical text', () => {
  expect(linkOf('aa', { type: 'reported', at: 1 }, (text) => text)).toEqual({
    ok: true,
    hash: '{"event":{"at":1,"type":"reported"},"prev":"aa"}',
  });
  expect(linkOf('aa', { words: '\ud800' }, sha256)).toEqual({
    ok: false,
    code: 'chain.loneSurrogate',
    path: '$.event.words',
  });
});

describe('a chain', () => {
  const links = chainOf(events);
  const head = links.at(-1)?.hash ?? '';

  test('untouched holds, also the empty one', () => {
    expect(verifyChain(links, sha256, head)).toEqual({ ok: true, head, length: 4 });
    expect(verifyChain([], sha256)).toEqual({ ok: true, head: genesis, length: 0 });
  });

  test('with keys in another order holds', () => {
    const reordered = links.map((link, i) => ({ ...link, event: { type: events[i]?.type, seq: i, case: 'c1' } }));
    expect(verifyChain(reordered, sha256, head).ok).toBe(true);
  });

  test.each([0, 1, 2, 3])('with event %i changed breaks there', (at) => {
    const changed = links.map((link, i) => (i === at ? { ...link, event: { ...events[i], type: 'rejected' } } : link));
    expect(verifyChain(changed, sha256)).toEqual({ ok: false, at, reason: 'hash' });
  });

  test('with an event changed and hashed anew breaks at the next', () => {
    const changed = links.slice(0, 1).concat(
      links.slice(1, 2).map(({ prev }) => {
        const event = { ...events[1], type: 'rejected' };
        const link = linkOf(prev, event, sha256);
        return { event, prev, hash: link.ok ? link.hash : '' };
      }),
      links.slice(2),
    );
    expect(verifyChain(changed, sha256)).toEqual({ ok: false, at: 2, reason: 'prev' });
  });

  test('with an event taken out, put in twice or moved breaks', () => {
    expect(verifyChain(links.toSpliced(1, 1), sha256)).toEqual({ ok: false, at: 1, reason: 'prev' });
    expect(verifyChain(links.slice(1), sha256)).toEqual({ ok: false, at: 0, reason: 'prev' });
    expect(verifyChain([...links, ...links.slice(-1)], sha256)).toEqual({ ok: false, at: 4, reason: 'prev' });
    expect(verifyChain(links.toReversed(), sha256)).toMatchObject({ ok: false, at: 0 });
  });

  test('cut short is told by the head on record', () => {
    expect(verifyChain(links.slice(0, 3), sha256).ok).toBe(true);
    expect(verifyChain(links.slice(0, 3), sha256, head)).toEqual({ ok: false, at: 3, reason: 'head' });
    expect(verifyChain([], sha256, head)).toEqual({ ok: false, at: 0, reason: 'head' });
  });

  test('with an event that has no canonical form breaks there', () => {
    const broken = [...links, { event: { words: '\udfff' }, prev: head, hash: head }];
    expect(verifyChain(broken, sha256)).toEqual({ ok: false, at: 4, reason: 'canonical' });
  });
});

test('any change to any event of any chain is found, at the event changed', () => {
  const chain = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(chain, fc.nat(7), fc.jsonValue(), (values, where, other) => {
      const links = chainOf(values);
      const at = where % values.length;
      fc.pre(JSON.stringify(linkOf('', other, sha256)) !== JSON.stringify(linkOf('', values[at], sha256)));
      const changed = links.map((link, i) => (i === at ? { ...link, event: other } : link));
      expect(verifyChain(links, sha256).ok).toBe(true);
      expect(verifyChain(changed, sha256)).toEqual({ ok: false, at, reason: 'hash' });
    }),
  );
});
