/** What JSON can say, as the chain takes it: no undefined, no dates, no big integers. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type CanonicalRefusal =
  /** Something JSON cannot say: undefined, NaN, a function, a date or other object that is not plain. */
  | { readonly ok: false; readonly code: 'chain.notJson'; readonly path: string }
  /** A text (or key) with half of a surrogate pair, which has no UTF-8. */
  | { readonly ok: false; readonly code: 'chain.loneSurrogate'; readonly path: string }
  /** Nested deeper than `deepest`. */
  | { readonly ok: false; readonly code: 'chain.tooDeep'; readonly path: string };

export type Canonical = { readonly ok: true; readonly text: string } | CanonicalRefusal;

/** How deep values may be nested. Events are flat; whoever sends more is up to something. */
export const deepest = 64;

/**
 * The canonical text of a JSON value by RFC 8785: no white space, keys ordered by UTF-16 code units, numbers and
 * texts as ECMAScript writes them. Equal values give equal texts, whatever order their keys came in, so a value that
 * has been through `jsonb` and back is told the same.
 */
export function canonicalJson(value: unknown): Canonical {
  return write(value, '$', 0);
}

function write(value: unknown, path: string, depth: number): Canonical {
  if (depth > deepest) return { ok: false, code: 'chain.tooDeep', path };
  if (value === null || typeof value === 'boolean') return { ok: true, text: String(value) };
  if (typeof value === 'string') return writeText(value, path);
  // JSON.stringify writes numbers as RFC 8785 asks, −0 as 0 included.
  if (typeof value === 'number' && Number.isFinite(value)) return { ok: true, text: JSON.stringify(value) };
  if (Array.isArray(value)) return writeList(value, path, depth);
  if (isPlain(value)) return writeObject(value, path, depth);
  return { ok: false, code: 'chain.notJson', path };
}

function writeText(text: string, path: string): Canonical {
  if (!text.isWellFormed()) return { ok: false, code: 'chain.loneSurrogate', path };
  return { ok: true, text: JSON.stringify(text) };
}

function writeList(items: readonly unknown[], path: string, depth: number): Canonical {
  const texts: string[] = [];
  for (const [index, item] of items.entries()) {
    const written = write(item, `${path}[${index}]`, depth + 1);
    if (!written.ok) return written;
    texts.push(written.text);
  }
  return { ok: true, text: `[${texts.join(',')}]` };
}

function writeObject(value: Readonly<Record<string, unknown>>, path: string, depth: number): Canonical {
  const texts: string[] = [];
  // The default order of toSorted is that of UTF-16 code units.
  for (const key of Object.keys(value).toSorted()) {
    const name = writeText(key, path);
    if (!name.ok) return name;
    const written = write(value[key], `${path}.${key}`, depth + 1);
    if (!written.ok) return written;
    texts.push(`${name.text}:${written.text}`);
  }
  return { ok: true, text: `{${texts.join(',')}}` };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
