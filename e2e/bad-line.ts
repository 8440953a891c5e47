import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/**
 * What the line does to one request. Two of them change the order in which requests arrive: `late` breaks off at once and
 * hands it over after the next ones, `echo` hands it over now and once more after the next ones.
 */
export type Weather = 'well' | 'requestLost' | 'answerLost' | 'doubled' | 'slow' | 'late' | 'echo' | 'cut';

/** Long enough for the sender to have gone on or tried again. */
const behindMs = 1500;

/** A line to the server that can be made bad. It has the address the browser knows. */
export interface Line {
  readonly url: string;
  /** Decides for each request; reads and writes alike. */
  weather: (request: { readonly method: string; readonly path: string }) => Weather;
  readonly stop: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Opens a line that passes everything on, until it is told otherwise. */
export async function openLine(target: string): Promise<Line> {
  const { hostname, port } = new URL(target);

  const pass = (asked: IncomingMessage, body: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = { ...asked.headers, 'content-length': String(body.length) };
      delete headers['transfer-encoding'];
      const on = request({ hostname, port, path: asked.url, method: asked.method, headers }, (answer) => {
        bodyOf(answer).then(
          (read) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: read }),
          reject,
        );
      });
      on.on('error', reject);
      on.end(body);
    });

  const stream = (asked: IncomingMessage, reply: ServerResponse) => {
    const on = request({ hostname, port, path: asked.url, method: asked.method, headers: asked.headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    on.on('error', () => reply.destroy());
    reply.on('close', () => on.destroy());
    on.end();
  };

  const handle = async (asked: IncomingMessage, reply: ServerResponse, weather: Weather) => {
    if (weather === 'cut' || weather === 'requestLost') {
      asked.resume();
      asked.socket.destroy();
      return;
    }
    // The live stream never ends: it is passed on as it comes.
    if (asked.url?.startsWith('/api/live') === true) {
      stream(asked, reply);
      return;
    }
    const body = await bodyOf(asked);
    if (weather === 'late' || weather === 'echo') {
      setTimeout(() => void pass(asked, body).catch(() => undefined), behindMs);
    }
    if (weather === 'late') {
      asked.socket.destroy();
      return;
    }
    const first = pass(asked, body);
    if (weather === 'slow') await new Promise((next) => setTimeout(next, 400));
    const answer = weather === 'doubled' ? (await Promise.all([first, pass(asked, body)]))[1] : await first;
    if (weather === 'answerLost') {
      asked.socket.destroy();
      return;
    }
    reply.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
    reply.end(answer.body);
  };

  const proxy = createServer((asked, reply) => {
    const weather = line.weather({ method: asked.method ?? 'GET', path: asked.url ?? '/' });
    handle(asked, reply, weather).catch(() => reply.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const line: Line = {
    url: `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`,
    weather: () => 'well',
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
  return line;
}

/** Bad weather that is the same in every run: about two of five changing requests go wrong. */
export function badWeather(seed: number): Line['weather'] {
  const kinds: readonly Weather[] = ['requestLost', 'answerLost', 'doubled', 'slow', 'late', 'echo'];
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return ({ method, path }) => {
    // People sign in where the line is good; this is about what waits.
    if (method === 'GET' || path === '/api/session') return 'well';
    return next() < 0.4 ? (kinds[Math.floor(next() * kinds.length)] ?? 'well') : 'well';
  };
}
