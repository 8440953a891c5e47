import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { createHash } from 'node:crypto';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const packed = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.wasm', '.webmanifest']);

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** One file of the built web, held in memory with its compressed forms, which are made when first asked for. */
export interface WebFile {
  readonly type: string;
  readonly etag: string;
  /** Whether its name holds a hash of its content, so that it never changes. */
  readonly immutable: boolean;
  readonly text: () => string;
  readonly as: (encoding: Encoding) => Promise<Buffer>;
  readonly compressible: boolean;
}

/** Bytes with their compressed forms. */
export function packedBytes(bytes: Buffer): (encoding: Encoding) => Promise<Buffer> {
  const made = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(bytes)]]);
  const make: Record<Encoding, () => Promise<Buffer>> = {
    identity: () => Promise.resolve(bytes),
    br: () => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: () => gzipped(bytes, { level: 9 }),
  };
  return (encoding) => {
    const known = made.get(encoding) ?? make[encoding]();
    made.set(encoding, known);
    return known;
  };
}

function readWebFile(path: string, name: string): WebFile {
  const bytes = readFileSync(path);
  const extension = extname(name);
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    immutable: name.startsWith('assets/'),
    text: () => bytes.toString(),
    as: packedBytes(bytes),
    compressible: packed.has(extension),
  };
}

/** The files of the built web by their path below the folder; none when it was not built. Read once, at start. */
export function readWebFiles(folder: string): ReadonlyMap<string, WebFile> {
  let entries: { isFile(): boolean; parentPath: string; name: string }[] = [];
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const files = new Map<string, WebFile>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll(sep, '/');
    if (entry.isFile() && !/(^|\/)\./.test(name)) files.set(name, readWebFile(path, name));
  }
  return files;
}

/** The best form the asker takes. */
export function encodingFor(accepted: string | undefined, compressible: boolean): Encoding {
  if (!compressible || accepted === undefined) return 'identity';
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted) ? 'gzip' : 'identity';
}
