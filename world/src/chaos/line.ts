import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line between the server and its database that can be made bad. */
export interface Line {
  /** Port on 127.0.0.1 at its near end. */
  readonly port: number;
  /** Breaks every connection on it and takes no more, until it is mended. */
  cut(): void;
  /** Swallows all that comes, in silence: no end is told of it. Connections of that time never get through again. */
  freeze(): void;
  /** Hands everything over so much later. */
  slow(delayMs: number): void;
  /** Works as it should from now on. */
  mend(): void;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  swallowed: boolean;
}

/** Opens a line to a port of this machine. */
export async function openLine(to: number): Promise<Line> {
  const pairs = new Set<Pair>();
  let state: 'whole' | 'cut' | 'frozen' = 'whole';
  let delayMs = 0;

  function hand(pair: Pair, from: Socket, target: Socket): void {
    from.on('data', (chunk: Buffer) => {
      if (state === 'frozen') pair.swallowed = true;
      if (pair.swallowed) return;
      const pass = () => void (!target.destroyed && !pair.swallowed && target.write(chunk));
      if (delayMs > 0) setTimeout(pass, delayMs);
      else pass();
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      // An end that is swallowed like the rest is heard of by nobody.
      if (pair.swallowed && from === pair.far) return;
      target.destroy();
      pairs.delete(pair);
    });
  }

  const server = createServer((near) => {
    if (state === 'cut') {
      near.on('error', () => undefined);
      near.destroy();
      return;
    }
    const far = connect({ port: to, host: '127.0.0.1' });
    for (const socket of [near, far]) socket.setNoDelay(true);
    const pair = { near, far, swallowed: state === 'frozen' };
    pairs.add(pair);
    hand(pair, near, far);
    hand(pair, far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const breakAll = () => {
    for (const { near, far } of pairs) {
      near.destroy();
      far.destroy();
    }
    pairs.clear();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      state = 'cut';
      breakAll();
    },
    freeze: () => {
      state = 'frozen';
    },
    slow: (ms) => {
      delayMs = ms;
    },
    mend: () => {
      state = 'whole';
      delayMs = 0;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      breakAll();
      await closed;
    },
  };
}
