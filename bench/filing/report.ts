import { Agent, request } from 'node:http';
import { grid } from '../../world/src/demonstration/index.ts';

let sent = 0;

/** Sends one report of a resident without a name, in the middle of the demonstration. @throws Error when it is not taken */
export function sendReport(url: string, agent: Agent): Promise<string> {
  sent += 1;
  const body = JSON.stringify({
    category: '01020401',
    description: `小区门口路灯不亮三天了，晚上老人出门看不清 ${sent}`,
    place: { area: grid },
  });
  return new Promise((resolve, reject) => {
    const call = request(
      `${url}/api/cases`,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': `bench-filing-${process.pid}-${sent}`,
        },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => (response.statusCode === 201 ? resolve(text) : reject(new Error(text))));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** Reports a second, over so many connections for so many seconds. */
export async function reportsPerSecond(url: string, connections: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      await sendReport(url, agent);
      done += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
    return done / ((performance.now() - begun) / 1000);
  } finally {
    agent.destroy();
  }
}
