/**
 * Joins the program and the packages it uses into a few files, so that a start reads those and not two thousand modules:
 * that is half of the time to the first answer. Plain JavaScript: it runs on whatever Node npm was started with.
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'node_modules', '.gezhi-server');

/** Packages that read files of their own beside their code, or are compiled. */
const apart = [/^@electric-sql\/pglite/, /^sharp$/, /^@node-rs\//, /^@scalar\//, /^pg-native$/, /^exceljs$/];

/** A module goes on seeing itself where its source lies, so that migrations and pages are found. */
const ownPlace = {
  name: 'own-place',
  transform: {
    filter: { code: 'import.meta.' },
    /** @type {(code: string, id: string) => { code: string, map: null }} */
    handler: (code, id) => ({
      code: code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
      map: null,
    }),
  },
};

/** Writes the joined programs to node_modules/.gezhi-server. */
export async function joinProgram() {
  rmSync(out, { recursive: true, force: true });
  const bundle = await rolldown({
    input: {
      start: join(root, 'scripts', 'start.ts'),
      server: join(root, 'server', 'src', 'main.ts'),
      gezhi: join(root, 'server', 'src', 'cli', 'gezhi.ts'),
    },
    platform: 'node',
    external: apart,
    plugins: [ownPlace],
    logLevel: 'warn',
  });
  await bundle.write({ dir: out, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
  await bundle.close();
}
