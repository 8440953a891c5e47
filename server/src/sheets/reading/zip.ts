import { createInflateRaw } from 'node:zlib';
import { mostEntries, mostRatio, mostUnpacked, ratioFrom } from './limits.ts';
import { WrongFile } from './wrong-file.ts';

/** One part of a packed workbook, as the directory at its end says. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const endMark = 0x06_05_4b_50;
const entryMark = 0x02_01_4b_50;
const localMark = 0x04_03_4b_50;
const endBytes = 22;
const longestComment = 65_535;
const utf8 = new TextDecoder();

function findEnd(bytes: Buffer): number {
  const last = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= last; at -= 1) if (bytes.readUInt32LE(at) === endMark) return at;
  throw new WrongFile('sheet.file.damaged');
}

function readEntry(bytes: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new WrongFile('sheet.file.damaged');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw new WrongFile('sheet.file.damaged');
  if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw new WrongFile('sheet.file.locked');
  const entry = {
    name: utf8.decode(bytes.subarray(at + 46, nameEnd)),
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  return { entry, next };
}

/** What the directory promises, before a byte is unpacked: not too much, not too dense, nothing twice. */
function refuseBomb(entries: readonly ZipEntry[], end: number): void {
  let total = 0;
  let reached = 0;
  for (const { packed, unpacked, offset } of entries.toSorted((a, b) => a.offset - b.offset)) {
    total += unpacked;
    // Parts that lie on top of one another unpack the same bytes again and again.
    if (offset < reached || offset + packed > end) throw new WrongFile('sheet.file.bomb');
    reached = offset + packed;
    if (unpacked > ratioFrom && unpacked > packed * mostRatio) throw new WrongFile('sheet.file.bomb');
  }
  if (total > mostUnpacked) throw new WrongFile('sheet.file.bomb');
}

/** The parts of a workbook by name. @throws WrongFile */
export function readDirectory(bytes: Buffer): ReadonlyMap<string, ZipEntry> {
  if (bytes.length < endBytes) throw new WrongFile('sheet.file.damaged');
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new WrongFile('sheet.file.bomb');
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    const { entry, next } = readEntry(bytes, at);
    if (entries.has(entry.name)) throw new WrongFile('sheet.file.damaged');
    entries.set(entry.name, entry);
    at = next;
  }
  refuseBomb([...entries.values()], end);
  return entries;
}

function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localMark) throw new WrongFile('sheet.file.damaged');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + entry.packed > bytes.length) throw new WrongFile('sheet.file.damaged');
  return bytes.subarray(start, start + entry.packed);
}

/** The unpacked bytes of a part, piece by piece. The directory may have lied: more than it promised is refused. */
export async function* unpack(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) {
    if (entry.packed !== entry.unpacked) throw new WrongFile('sheet.file.bomb');
    yield packed;
    return;
  }
  if (entry.method !== 8) throw new WrongFile('sheet.file.damaged');
  const inflate = createInflateRaw();
  inflate.end(packed);
  let given = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      given += piece.length;
      if (given > entry.unpacked) throw new WrongFile('sheet.file.bomb');
      yield piece;
    }
  } catch (error) {
    throw error instanceof WrongFile ? error : new WrongFile('sheet.file.damaged');
  } finally {
    inflate.destroy();
  }
  if (given !== entry.unpacked) throw new WrongFile('sheet.file.damaged');
}
