import { refuse, type Refusal } from '../refusal.ts';

const deepest = 64;

function soundText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/**
 * Looks through everything a request carries for what the database cannot hold (lone surrogates, NUL) and for
 * nesting that nothing of ours has. Goes by a list instead of calling itself, so that depth costs no stack.
 */
export function refuseUnsound(input: unknown): Refusal | undefined {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value: input, path: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string' && !soundText(value)) {
      return refuse('http.malformedText', { errors: [{ path, code: 'text.malformed' }] });
    }
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (depth === deepest) return refuse('http.tooDeep');
    for (const [key, inner] of Object.entries(value)) {
      if (!soundText(key)) return refuse('http.malformedText', { errors: [{ path, code: 'text.malformed' }] });
      waiting.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 });
    }
  }
  return undefined;
}
