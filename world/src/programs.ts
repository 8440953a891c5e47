import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = {
  server: '../../server/src/main.ts',
  gezhi: '../../server/src/cli/gezhi.ts',
  start: '../../scripts/start.ts',
} as const;

/**
 * A program of this checkout: its source, or as `npm start` runs it, joined into a few files, where a whole test run has
 * done so (GEZHI_JOINED, a folder): a process then begins in a third of the time.
 */
export function program(name: keyof typeof sources): string {
  const joined = process.env['GEZHI_JOINED'];
  return joined === undefined ? fileURLToPath(new URL(sources[name], import.meta.url)) : join(joined, `${name}.js`);
}

/** What a program started from here takes over of our environment; the rest is its own. */
export function inherited(): Readonly<Record<string, string>> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
