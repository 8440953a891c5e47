import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openGateways } from './index.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

const message = { to: '+8613800138000', subject: '格治', text: '含有 "引号" 和 {to} 的文字\n第二行' };

async function listen(server: Server | ReturnType<typeof createSocketServer>): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

describe('short messages', () => {
  it('go out in the form the provider wants', async () => {
    const seen: { body: string; authorization: string | undefined }[] = [];
    const port = await listen(
      createServer((request, response) => {
        void bodyOf(request).then((body) => {
          seen.push({ body, authorization: request.headers.authorization });
          response.end('ok');
        });
      }),
    );
    const body = '{"mobile":["{to}"],"params":{"content":"【格治】{text}"},"kind":1}';
    const sms = { url: `http://127.0.0.1:${port}/send`, authorization: 'Bearer x', body };
    await openGateways({ sms, mail: undefined }).sms?.send(message);
    expect(seen).toEqual([
      {
        authorization: 'Bearer x',
        body: JSON.stringify({ mobile: ['13800138000'], params: { content: `【格治】${message.text}` }, kind: 1 }),
      },
    ]);
  });

  it.each([500, 403])('that are answered with %d were not taken', async (status) => {
    const port = await listen(createServer((_, response) => response.writeHead(status).end()));
    const sms = { url: `http://127.0.0.1:${port}/`, authorization: undefined, body: '"{to} {text}"' };
    const sent = openGateways({ sms, mail: undefined }).sms?.send(message);
    await expect(sent).rejects.toMatchObject({ name: 'NotDelivered', code: `status ${status}` });
  });

  it('to nowhere were not taken', async () => {
    const sms = { url: 'http://127.0.0.1:1/', authorization: undefined, body: '"{to} {text}"' };
    await expect(openGateways({ sms, mail: undefined }).sms?.send(message)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });
});

describe('e-mail', () => {
  /** As much of a mail server as one message needs. */
  const mailServer = (lines: string[]) =>
    createSocketServer((socket) => {
      let data = false;
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        for (const line of chunk
          .toString()
          .split('\r\n')
          .filter((text) => text !== '')) {
          lines.push(line);
          if (data && line !== '.') continue;
          if (line === 'DATA') data = true;
          if (line === '.') data = false;
          socket.write(line === 'DATA' ? '354 go on\r\n' : '250 ok\r\n');
        }
      });
      socket.on('error', () => undefined);
    });

  it('goes out over SMTP', async () => {
    const lines: string[] = [];
    const port = await listen(mailServer(lines));
    const mail = { url: `smtp://127.0.0.1:${port}`, from: 'gezhi@example.org' };
    await openGateways({ sms: undefined, mail }).email?.send({ ...message, to: 'li@example.org' });
    expect(lines).toContain('MAIL FROM:<gezhi@example.org>');
    expect(lines).toContain('RCPT TO:<li@example.org>');
  });

  it('to nowhere was not taken, and the reason does not hold the address', async () => {
    const mail = { url: 'smtp://127.0.0.1:1', from: 'gezhi@example.org' };
    const sent = openGateways({ sms: undefined, mail }).email?.send({ ...message, to: 'li@example.org' });
    await expect(sent).rejects.toMatchObject({ name: 'NotDelivered', code: 'ESOCKET' });
  });
});
