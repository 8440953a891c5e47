import { randomFillSync } from 'node:crypto';

/** Random bytes are asked for by the page: each call costs more than the bytes do. */
const page = Buffer.alloc(4096);
const each = 10;
let used = page.length;
let lastMs = 0;
let counter = 0;

/**
 * A new UUIDv7: rows of one time lie together in an index. Ids of one process rise strictly: within a
 * millisecond the 12 bits after the version count up from a random start, as RFC 9562 (6.2, method 1) allows.
 */
export function newId(nowMs: number = Date.now()): string {
  if (used + each > page.length) {
    randomFillSync(page);
    used = 0;
  }
  const from = used;
  used += each;
  // The variant's two bits.
  page[from] = ((page[from] ?? 0) & 0x3f) | 0x80;
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = ((page[from + 8] ?? 0) << 3) | ((page[from + 9] ?? 0) & 7);
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const hex = page.toString('hex', from, from + 8);
  const count = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}
