import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keysOver } from '../../keys/index.ts';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, mayBePushedTo } from './address.ts';
import { NotPublic, publicLookup } from './public-lookup.ts';
import { openPush } from './push.ts';
import { vapidKeys } from './vapid.ts';

describe('where an alert may go', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/QAbc',
  ])('%s', (endpoint) => {
    expect(mayBePushedTo(endpoint, [])).toBe(true);
  });

  it.each([
    'http://fcm.googleapis.com/abc',
    'https://localhost/x',
    'https://printer/x',
    'https://printer.local/x',
    'https://db.internal./x',
    'https://127.0.0.1/x',
    'https://8.8.8.8/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://[2001:4860:4860::8888]/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user:word@fcm.googleapis.com/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'nothing',
    '',
  ])('not to %s', (endpoint) => {
    expect(mayBePushedTo(endpoint, [])).toBe(false);
  });

  it('to an origin of our own that the settings name, and to no other port of it', () => {
    const trusted = ['http://10.1.2.3:8090'];
    expect(mayBePushedTo('http://10.1.2.3:8090/push/1', trusted)).toBe(true);
    expect(mayBePushedTo('http://10.1.2.3:5432/push/1', trusted)).toBe(false);
    expect(mayBePushedTo('http://10.1.2.3:8090@elsewhere.example/1', trusted)).toBe(false);
  });

  it.each([
    ['142.250.1.1', true],
    ['2a00:1450:4001:82b::200e', true],
    ['10.0.0.1', false],
    ['100.64.0.1', false],
    ['127.8.8.8', false],
    ['169.254.169.254', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::1', false],
    ['fc00::1', false],
    ['fe80::1', false],
    ['not an address', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });

  it('a name that leads inside is not connected to', async () => {
    const answered = new Promise((resolve) => publicLookup('localhost', {}, (error) => resolve(error)));
    expect(await answered).toBeInstanceOf(NotPublic);
  });

  it('does not follow where a push service points on', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.writeHead(307, { location: '/inside' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const keys = keysOver([{ id: 'k1', key: new Uint8Array(32).fill(7) }]);
    const push = openPush({ publicUrl: 'https://gezhi.example.org', mail: undefined, pushTrusted: [origin] }, keys);
    const device = { p256dh: vapidKeys(keys).publicKey, auth: Buffer.alloc(16, 1).toString('base64url') };
    const sent = push.send({ endpoint: `${origin}/1`, keys: device }, 'text');
    await expect(sent).rejects.toMatchObject({ code: 'status 307' });
    expect(asked).toBe(1);
    server.close();
  });
});

it('every server with the same master key has the same keys for push, and they are a pair', () => {
  const keys = keysOver([{ id: 'k1', key: new Uint8Array(32).fill(7) }]);
  const other = keysOver([{ id: 'k1', key: new Uint8Array(32).fill(8) }]);
  expect(vapidKeys(keys)).toEqual(vapidKeys(keys));
  expect(vapidKeys(keys)).not.toEqual(vapidKeys(other));
  expect(Buffer.from(vapidKeys(keys).publicKey, 'base64url')).toHaveLength(65);
});
