import { PassThrough } from 'node:stream';

/** Collects what is written to a stream into one buffer. */
export function collector(): { readonly stream: PassThrough; readonly bytes: Promise<Buffer> } {
  const stream = new PassThrough();
  const pieces: Buffer[] = [];
  const bytes = new Promise<Buffer>((resolve, reject) => {
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => resolve(Buffer.concat(pieces)));
    stream.on('error', reject);
  });
  return { stream, bytes };
}
