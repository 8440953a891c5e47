/**
 * The address of a route: `:name` parts filled from `params`, `query` appended. Absent values are left out,
 * lists repeat their name. A missing path part throws: it is a mistake of the caller.
 */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const parts = entriesOf(params);
  const filled = path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = parts.get(name);
    if (value === undefined) throw new Error(`No value for :${name} in ${path}`);
    return encodeURIComponent(plain(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) {
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, plain(item));
  }
  const tail = search.toString();
  return tail === '' ? filled : `${filled}?${tail}`;
}

function entriesOf(source: unknown): Map<string, unknown> {
  if (typeof source !== 'object' || source === null) return new Map();
  return new Map(Object.entries(source).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
}
