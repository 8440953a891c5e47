import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuOfTree } from '../stage/cpu.ts';
import { countBackends } from './backends-cpu.ts';
import { type Act, type Call, type Contender, workers } from './contender.ts';

/** One turn of one contender. */
export interface Turn {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds of processor time a request: of the program's processes, and of its connections in PostgreSQL. */
  readonly programMs: number;
  readonly databaseMs: number;
}

/** Sends one call and reads its answer. @throws Error where the answer is not the good one */
export function send(url: string, agent: Agent, call: Call): Promise<string> {
  const { method, path, headers, body, status } = call;
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}${path}`,
      {
        method,
        agent,
        headers: {
          accept: 'application/json',
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          response.statusCode === status
            ? resolve(text)
            : reject(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 500)}`)),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A prefork server ends a worker, and its connection, after so many requests: such a request is sent again. */
async function insist(url: string, agent: Agent, call: Call): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send(url, agent, call);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (tries === 5 || (code !== 'ECONNRESET' && code !== 'EPIPE')) throw error;
    }
  }
}

let counted = 0;

/** Keeps a contender busy with one kind of call for so long, over as many kept connections as it has workers. */
export async function takeTurn(contender: Contender, act: Act, seconds: number): Promise<Turn> {
  const agent = new Agent({ keepAlive: true, maxSockets: workers });
  const backends = await countBackends(contender.db);
  const before = cpuOfTree(contender.pid);
  const begun = performance.now();
  let requests = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - begun < seconds * 1000) {
      counted += 1;
      await insist(contender.url, agent, contender.call(act, counted));
      requests += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, worker));
  } finally {
    agent.destroy();
  }
  const took = (performance.now() - begun) / 1000;
  // What a request left for later is part of its price.
  await contender.settled();
  await wait(200);
  const databaseMs = await backends();
  return {
    requests,
    perSecond: requests / took,
    programMs: (cpuOfTree(contender.pid) - before) / requests,
    databaseMs: databaseMs / requests,
  };
}
