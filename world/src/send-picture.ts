import { crc32, deflateSync } from 'node:zlib';
import { uploadsPath } from '@gezhi/contract/files/routes';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A real picture without a camera: a plain square, as PNG. `shade` is 0 to 255. */
export function plainPicture(shade: number, side = 64): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // 8 bits of grey.
  head.writeUInt8(8, 8);
  const rows = Buffer.alloc(side * (side + 1), shade);
  for (let row = 0; row < side; row += 1) rows[row * (side + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Sends a picture by tus, whole in one request, and answers its id. */
export async function sendPicture(base: string, county: string, picture: Buffer): Promise<string> {
  const response = await fetch(new URL(uploadsPath, base), {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(picture.length),
      'upload-metadata': `county ${Buffer.from(county).toString('base64')}`,
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(picture),
  });
  if (response.status !== 201) throw new Error(`an upload was answered ${response.status}: ${await response.text()}`);
  return response.headers.get('location')?.split('/').at(-1) ?? '';
}
