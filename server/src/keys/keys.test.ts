import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOver, parseMasterKeys, readMasterKeys, Unreadable, WrongKey } from './index.ts';

const first = { id: 'k1', key: new Uint8Array(32).fill(1) };
const second = { id: 'k2', key: new Uint8Array(32).fill(2) };

describe('sealing', () => {
  const keys = keysOver([first]);
  const subject = keys.newSubjectKey();

  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(keys.open(subject, keys.seal(subject, text, 'phone'), 'phone')).toBe(text);
      }),
    );
  });

  it('seals the same text differently each time', () => {
    expect(keys.seal(subject, '13800000000')).not.toBe(keys.seal(subject, '13800000000'));
  });

  it('opens with no other key, in no other context, and not when a byte was changed', () => {
    const sealed = keys.seal(subject, '13800000000', 'phone');
    expect(() => keys.open(keys.newSubjectKey(), sealed, 'phone')).toThrow(Unreadable);
    expect(() => keys.open(subject, sealed, 'name')).toThrow(Unreadable);
    const changed = `${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}`;
    expect(() => keys.open(subject, changed, 'phone')).toThrow(Unreadable);
    expect(() => keys.open(subject, 'AA', 'phone')).toThrow(Unreadable);
  });

  it('keeps what older master keys sealed readable, and hashes the same, after a key is added', () => {
    const rotated = keysOver([second, first]);
    expect(rotated.open(rotated.unwrap(keys.wrap(subject)), keys.seal(subject, 'x'))).toBe('x');
    expect(rotated.openOwn(keys.sealOwn('y'))).toBe('y');
    expect(rotated.blindIndex('13800000000')).toBe(keys.blindIndex('13800000000'));
    expect(rotated.sealOwn('z')).toMatch(/^k2\./);
    expect(() => keys.openOwn(rotated.sealOwn('z'))).toThrow(/no master key k2/);
  });

  it('hashes by purpose', () => {
    expect(keys.hmac('a', 'x')).not.toBe(keys.hmac('b', 'x'));
    expect(keysOver([second]).blindIndex('x')).not.toBe(keys.blindIndex('x'));
  });
});

describe('master keys', () => {
  it('are made once, for their owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gezhi-keys-'));
    const [one, two] = await Promise.all([readMasterKeys(undefined, folder), readMasterKeys(undefined, folder)]);
    expect(one).toEqual(two);
    expect((await stat(join(folder, 'keys/master'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
    expect(await readFile(join(folder, 'keys/master'), 'utf8')).toMatch(/^k1:/);
    await rm(folder, { recursive: true });
  });

  it('come from the setting where there is one', async () => {
    const text = `k2:${Buffer.from(second.key).toString('base64')},k1:${Buffer.from(first.key).toString('base64')}`;
    const keys = await readMasterKeys(text, '/nowhere');
    expect(keys.map(({ id }) => id)).toEqual(['k2', 'k1']);
  });

  it.each(['short', 'k1:AAAA', ''])('refuse %j', (text) => {
    expect(() => parseMasterKeys(text, 'GEZHI_KEY')).toThrow(WrongKey);
  });
});
