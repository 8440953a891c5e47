/** What the program keeps, in megabytes. */
export interface Kept {
  readonly rss: number;
  /** After a full collection: what is really held. */
  readonly heap: number;
  /** Buffers and the like outside the heap. */
  readonly outside: number;
}

interface Answer {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: string } };
}

/** Speaks to the inspector of a process started with `--inspect`. @throws Error when it opened none */
export async function openHeap(
  said: string,
): Promise<{ readonly kept: () => Promise<Kept>; readonly close: () => void }> {
  const address = /ws:\/\/\S+/.exec(said)?.[0];
  if (address === undefined) throw new Error('the program opened no inspector');
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`no inspector at ${address}`)), { once: true });
  });
  let last = 0;
  const ask = (method: string, params: object = {}): Promise<Answer> => {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      const hear = ({ data }: MessageEvent): void => {
        const answer = JSON.parse(String(data)) as Answer;
        if (answer.id !== id) return;
        socket.removeEventListener('message', hear);
        resolve(answer);
      };
      socket.addEventListener('message', hear);
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  return {
    kept: async () => {
      await ask('HeapProfiler.collectGarbage');
      const expression = 'JSON.stringify(process.memoryUsage())';
      const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true });
      const { rss, heapUsed, external } = JSON.parse(result?.result?.value ?? '{}') as NodeJS.MemoryUsage;
      const mb = (bytes: number): number => bytes / 1_048_576;
      return { rss: mb(rss), heap: mb(heapUsed), outside: mb(external) };
    },
    close: () => socket.close(),
  };
}
