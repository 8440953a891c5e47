import type { Config } from '../config/index.ts';
import { readManifest } from '../http/web.ts';

/** Addresses of the script and styles of the residents' pages, as the build named them. */
export interface Assets {
  readonly script: string | undefined;
  readonly styles: readonly string[];
}

const entry = 'src/resident/main.ts';

/**
 * Reads the build's manifest once at start. Without a build the pages are plain HTML and still work, which is what
 * tests of the server look at.
 */
export function readAssets(config: Pick<Config, 'webDir'>): Assets {
  const manifest = readManifest(config);
  const chunk = manifest[entry];
  if (chunk === undefined) return { script: undefined, styles: [] };
  const chunks = [...(chunk.imports ?? []).flatMap((name) => manifest[name] ?? []), chunk];
  return { script: `/${chunk.file}`, styles: chunks.flatMap(({ css = [] }) => css.map((file) => `/${file}`)) };
}
