/** One place where two bodies of rules differ. */
export interface Difference {
  /** Dotted; rows of a table go by their id or code, other entries of a list by their number. */
  readonly path: string;
  /** Absent where it is new. */
  readonly before?: unknown;
  /** Absent where it is gone. */
  readonly after?: unknown;
}

/** What differs between two bodies of rules, in the order of the second and then what is gone. Both are plain JSON. */
export function differencesOf(before: unknown, after: unknown, path = ''): Difference[] {
  if (isTree(before) && isTree(after)) {
    const [left, right] = [entriesOf(before), entriesOf(after)];
    const names = new Set([...right.keys(), ...left.keys()]);
    return [...names].flatMap((name) =>
      differencesOf(left.get(name), right.get(name), path === '' ? name : `${path}.${name}`),
    );
  }
  if (before === after) return [];
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

type Tree = readonly unknown[] | Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** A table by the names of its rows, so that a row put in at the top does not look like a change of all. */
function entriesOf(tree: Tree): Map<string, unknown> {
  if (!Array.isArray(tree)) return new Map(Object.entries(tree).filter(([, value]) => value !== undefined));
  const names = tree.map(nameOf);
  const named = names.every((name) => name !== undefined) && new Set(names).size === names.length;
  return new Map(tree.map((value, index) => [named ? String(names[index]) : String(index), value] as const));
}

function nameOf(row: unknown): string | undefined {
  if (typeof row === 'string') return row;
  if (typeof row !== 'object' || row === null) return undefined;
  const { id, code, when } = row as { id?: unknown; code?: unknown; when?: unknown };
  return [id, code, when].find((name) => typeof name === 'string');
}
