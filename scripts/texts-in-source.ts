import { parseSync } from 'vite';

/** A text a program may show: where it stands, and whether a `${…}` follows it directly. */
export interface SourceText {
  readonly text: string;
  readonly line: number;
  readonly open: boolean;
}

/** Every string, template part and JSX text of a TypeScript source; comments and import paths are none. */
export function textsIn(file: string, source: string): SourceText[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'does not parse'}`);
  const found: SourceText[] = [];
  walk(program, (node) => {
    const text = textOf(node);
    if (text === undefined) return;
    const line = source.slice(0, Number(node['start'])).split('\n').length;
    found.push({ text, line, open: node['type'] === 'TemplateElement' && node['tail'] === false });
  });
  return found;
}

type Node = Readonly<Record<string, unknown>>;

function textOf(node: Node): string | undefined {
  const { type, value } = node;
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return value;
  if (type === 'TemplateElement') return (value as { cooked: string | null }).cooked ?? '';
  return undefined;
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  visit(node as Node);
  for (const [key, child] of Object.entries(node)) if (key !== 'source') walk(child, visit);
}
