import { Agent, type ClientRequest, get } from 'node:http';
import type { LiveMessage } from '@gezhi/contract/live/routes';

/** A desk that listens to the live stream. */
export interface Listener {
  readonly close: () => void;
}

/** The cookies of a session. @throws Error when the account is not let in */
export async function sessionOf(url: string, username: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Opens a stream and waits until it is ready; each message is given with the moment it came (`performance.now()`). */
export function listen(
  url: string,
  cookie: string,
  heard: (message: LiveMessage, at: number) => void,
): Promise<Listener> {
  const agent = new Agent({ keepAlive: false });
  return new Promise((resolve, reject) => {
    const call: ClientRequest = get(`${url}/api/live`, { agent, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`the stream answered ${answer.statusCode ?? ''}`));
      let kept = '';
      answer.on('data', (chunk: Buffer) => {
        const at = performance.now();
        kept += chunk.toString();
        for (let end = kept.indexOf('\n\n'); end >= 0; end = kept.indexOf('\n\n')) {
          const block = kept.slice(0, end);
          kept = kept.slice(end + 2);
          if (block.includes('event: ready')) resolve({ close: () => call.destroy() });
          const data = /^data: (.+)$/m.exec(block)?.[1];
          if (data !== undefined && !block.includes('event: ')) heard(JSON.parse(data) as LiveMessage, at);
        }
      });
      // Closed by us, or with the server.
      answer.on('error', () => undefined);
    });
    call.on('error', reject);
  });
}
