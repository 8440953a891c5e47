import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const everyMs = 50;

/**
 * While the server closes, ends each line as soon as no answer is under way on it. Node ends those that rest when the closing
 * begins; a line whose answer ends later, or one that a browser opened in advance and never used, would hold up the stop
 * for a minute.
 */
export function closeRestingLines(app: FastifyInstance): void {
  const under = new Map<Socket, number>();
  const count = (socket: Socket, more: number) => {
    const now = under.get(socket);
    if (now !== undefined) under.set(socket, now + more);
  };
  app.server.on('connection', (socket: Socket) => {
    under.set(socket, 0);
    socket.once('close', () => under.delete(socket));
  });
  app.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  app.addHook('preClose', () => {
    const looking = setInterval(() => {
      for (const [socket, answers] of under) if (answers === 0) socket.destroy();
    }, everyMs);
    app.server.once('close', () => clearInterval(looking));
    return Promise.resolve();
  });
}
