import type { Config } from '../config/index.ts';
import { readManifest } from '../http/web.ts';

/** Addresses of the script and styles of the residents' pages, as the build named them. */
export interface Assets {
  readonly script: string | undefined;
  readonly styles: readonly string[];
  /** What the script imports at once: fetched beside it, not after it. */
  readonly modules: readonly string[];
}

type Built = ReturnType<typeof readManifest>[string];

const entry = 'src/resident/main.ts';

/**
 * Reads the build's manifest once at start. Without a build the pages are plain HTML and still work, which is what
 * tests of the server look at.
 */
export function readAssets(config: Pick<Config, 'webDir'>): Assets {
  const manifest = readManifest(config);
  const chunk = manifest[entry];
  if (chunk === undefined) return { script: undefined, styles: [], modules: [] };
  const imports = importedBy(manifest, chunk);
  return {
    script: `/${chunk.file}`,
    styles: [...imports, chunk].flatMap(({ css = [] }) => css.map((file) => `/${file}`)),
    modules: imports.map(({ file }) => `/${file}`),
  };
}

/** Whatever a chunk imports at once, through however many others, each once. */
function importedBy(manifest: ReturnType<typeof readManifest>, chunk: Built): readonly Built[] {
  const found = new Set<Built>();
  const visit = ({ imports = [] }: Built): void => {
    for (const next of imports.flatMap((name) => manifest[name] ?? [])) {
      if (found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(chunk);
  return [...found];
}
