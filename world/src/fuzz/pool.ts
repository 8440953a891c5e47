/** What the server has answered so far, so that calls can name things that are there. */
export interface Pool {
  /** Remembers what a successful answer of an address (`/api/cases`) holds. */
  learn(address: string, answer: unknown): void;
  /** Something learnt under a name (`category`), an address (`/api/cases`) or a kind (`uuid`, `digits`); `at` says which. */
  pick(name: string, at: number): string | undefined;
}

const most = 200;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An empty pool. Under each name only so much is kept; what is new takes the place of what was learnt long ago. */
export function emptyPool(): Pool {
  const known = new Map<string, { readonly values: string[]; readonly has: Set<string>; next: number }>();

  function keep(name: string, value: string): void {
    const shelf = known.get(name) ?? { values: [], has: new Set(), next: 0 };
    known.set(name, shelf);
    if (shelf.has.has(value)) return;
    shelf.has.delete(shelf.values[shelf.next] ?? '');
    shelf.has.add(value);
    shelf.values[shelf.next] = value;
    shelf.next = (shelf.next + 1) % most;
  }

  function keepText(address: string, name: string, text: string): void {
    if (text.length === 0 || text.length > 500) return;
    keep(name, text);
    if (uuid.test(text)) keep('uuid', text);
    if (name === 'id' && uuid.test(text)) keep(address, text);
    if (/^\d{2,30}$/.test(text)) keep('digits', text);
  }

  function learn(address: string, answer: unknown): void {
    const waiting: [name: string, value: unknown][] = [['', answer]];
    for (let next = waiting.pop(), left = 2_000; next !== undefined && left > 0; next = waiting.pop(), left -= 1) {
      const [name, value] = next;
      if (typeof value === 'string') keepText(address, name, value);
      else if (typeof value === 'number') keep(name, String(value));
      else if (Array.isArray(value)) waiting.push(...value.slice(0, 50).map((one): [string, unknown] => [name, one]));
      else if (typeof value === 'object' && value !== null) waiting.push(...Object.entries(value));
    }
  }

  return {
    learn,
    pick: (name, at) => {
      const values = known.get(name)?.values ?? [];
      return values[at % values.length];
    },
  };
}
