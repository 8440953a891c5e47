import sharp from 'sharp';
import { refuse, type Refusal } from '../refusal.ts';

/** Longest side in pixels of the sizes kept, by name. */
export const sizes = { '2048': 2048, '480': 480 } as const;
export type SizeName = keyof typeof sizes;

/** A picture made safe: turned upright, without metadata, in the sizes kept, as WebP. */
export interface Picture {
  readonly format: string;
  /** Pixels of the picture as it came, upright. */
  readonly width: number;
  readonly height: number;
  readonly sized: Readonly<Record<SizeName, Uint8Array>>;
}

/** Type of every file served. */
export const pictureType = 'image/webp';

// A phone's largest camera has 200 million pixels; a bomb of a few kilobytes claims billions.
const mostPixels = 210_000_000;
const loaders = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'];

// Formats we do not take are not even parsed: an SVG can name other files, a PDF or TIFF can be anything.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: loaders });

type Kind = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic';

/** What the first bytes say a file is. */
function kindOf(bytes: Buffer): Kind | undefined {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'gif';
  if (ascii(4, 8) === 'ftyp' && /^(he|mi|ms|av)/.test(ascii(8, 12))) return 'heic';
  return undefined;
}

async function sized(bytes: Buffer, side: number): Promise<Uint8Array> {
  return sharp(bytes, { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'error' })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
}

/** Checks that bytes are a picture of a kind we take, and makes the sizes kept. What was hidden in it is gone. */
export async function checkPicture(bytes: Buffer): Promise<Picture | Refusal> {
  const kind = kindOf(bytes);
  if (kind === undefined) return refuse('file.notPicture.invalid');
  if (kind === 'heic') return refuse('file.heic.invalid');
  try {
    const { format, autoOrient } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
    if (format !== kind) return refuse('file.notPicture.invalid');
    return {
      format,
      width: autoOrient.width,
      height: autoOrient.height,
      sized: { '2048': await sized(bytes, sizes['2048']), '480': await sized(bytes, sizes['480']) },
    };
  } catch (error) {
    const tooMany = error instanceof Error && /pixel limit/.test(error.message);
    return refuse(tooMany ? 'file.tooManyPixels.invalid' : 'file.broken.invalid');
  }
}
