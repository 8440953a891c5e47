/** What a first visit may weigh, gzipped: `npm run size` (size-limit). The map is fetched when it is shown and counts by itself. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../web/dist/', import.meta.url);

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(new URL('manifest.json', built), 'utf8')) as Record<string, Chunk>;

/** The files a page needs before it shows anything: its entry, whatever that imports at once, and their styles. */
function firstLoad(entry: string): string[] {
  const [visited, files] = [new Set<string>(), new Set<string>()];
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (visited.has(name)) return;
    visited.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(fileURLToPath(new URL(file, built)));
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit(entry);
  return [...files];
}

const budget = (name: string, path: string[], limit: string) => ({ name, path, limit, gzip: true });

export default [
  // 60 kB is for the whole page on the wire (e2e/resident.test.ts); script and styles may take two thirds of that.
  budget('resident: the form, without the page itself', firstLoad('src/resident/main.ts'), '40 kB'),
  // React 67, the kit 41, both languages 73, the shapes of the API 50, the query cache 10, the app itself 30; and a tenth.
  budget('field: the app without the map', firstLoad('field.html'), '305 kB'),
  // The desk's kit alone is 251: it is opened on a desktop and stays in the browser's cache.
  budget('desk: the work list without the map', firstLoad('desk.html'), '690 kB'),
];
