import { Agent, request } from 'node:http';
import type { Call } from './make-call.ts';

/** What came back, or why nothing did. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly cookies: readonly string[];
  readonly text: string;
  readonly ms: number;
}

const largest = 30_000_000;

/** Sends calls to one server over lines that are kept open. */
export function openLine(url: string, patienceMs: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const origin = new URL(url);

  /** @throws Error when the call does not end in time or the line breaks */
  function send(call: Call, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent,
          host: origin.hostname,
          port: origin.port,
          method: call.method,
          path: call.target,
          headers: {
            ...call.headers,
            ...more,
            ...(call.body !== undefined && { 'content-length': String(call.body.length) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          let size = 0;
          const type = response.headers['content-type'] ?? '';
          const finish = () => {
            clearTimeout(timer);
            resolve({
              status: response.statusCode ?? 0,
              type,
              cookies: response.headers['set-cookie'] ?? [],
              text: Buffer.concat(chunks).toString(),
              ms: performance.now() - begun,
            });
          };
          // The live stream goes on for ever; that it began is its answer.
          if (type.startsWith('text/event-stream')) {
            finish();
            response.destroy();
            return;
          }
          response.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size < largest) chunks.push(chunk);
          });
          response.on('end', finish);
          response.on('error', reject);
        },
      );
      const timer = setTimeout(() => asked.destroy(new Error(`no answer in ${patienceMs / 1000} s`)), patienceMs);
      asked.on('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
      asked.end(call.body);
    });
  }

  return { send, origin: origin.origin, close: () => agent.destroy() };
}
export type Line = ReturnType<typeof openLine>;
