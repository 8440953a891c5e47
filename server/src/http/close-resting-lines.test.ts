import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { closeRestingLines } from './close-resting-lines.ts';

it('a server that closes finishes what is under way, and waits for no line that rests or was never used', async () => {
  const app = fastify({ forceCloseConnections: 'idle' });
  closeRestingLines(app);
  app.get('/slow', async () => {
    await wait(300);
    return 'done';
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const unused = connect(port, '127.0.0.1');
  await once(unused, 'connect');
  const answer = new Promise<string>((resolve, reject) => {
    const call = request(
      { port, host: '127.0.0.1', path: '/slow', headers: { connection: 'keep-alive' } },
      (response) => {
        response.on('data', (chunk: Buffer) => resolve(chunk.toString()));
      },
    );
    call.on('error', reject);
    call.end();
  });
  await wait(100);
  const begun = performance.now();
  await app.close();
  expect(await answer).toBe('done');
  expect(performance.now() - begun).toBeLessThan(3_000);
});
