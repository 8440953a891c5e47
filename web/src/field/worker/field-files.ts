import type { Plugin, Rolldown } from 'vite';
import { say } from '@gezhi/contract/words/index';

type Bundle = Rolldown.OutputBundle;

/** What is at the same address in every build and belongs to the app. */
const fixed = ['/mark.svg', '/field/icon-192.png', '/field/icon-512.png', '/field/icon-full-512.png'];

/** Files that an entry needs: what it imports, now or later, with styles, and the worker the map starts. */
export function filesOf(bundle: Bundle, entry: string): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const file = bundle[name];
    if (file === undefined || found.has(name)) return;
    found.add(name);
    if (file.type !== 'chunk') return;
    const { importedCss = new Set<string>(), importedAssets = new Set<string>() } = file.viteMetadata ?? {};
    for (const next of [...file.imports, ...file.dynamicImports, ...importedCss, ...importedAssets]) visit(next);
    // A worker is named by its address only.
    for (const other of Object.keys(bundle)) if (/\.m?js$/.test(other) && file.code.includes(other)) visit(other);
  };
  const start = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === entry);
  if (start !== undefined) visit(start.fileName);
  return [...found].toSorted();
}

/** A short mark of what the files are: their names carry a hash of their content. */
function markOf(names: readonly string[]): string {
  let hash = 2166136261;
  for (const character of names.join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return hash.toString(36);
}

function manifestIn(locale: 'zh-CN' | 'en'): string {
  const icon = (size: number, purpose: string) => ({
    src: `/field/icon-${purpose === 'maskable' ? 'full-' : ''}${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: '/field',
    name: say(locale, 'field.install.name'),
    short_name: say(locale, 'field.install.short'),
    description: say(locale, 'field.install.what'),
    lang: locale,
    start_url: '/field',
    scope: '/field',
    display: 'standalone',
    background_color: '#f6f5f1',
    theme_color: '#1f4e79',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
    shortcuts: [{ name: say(locale, 'field.report.title'), url: '/field/report' }],
    share_target: {
      action: '/field/share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'photos', accept: ['image/*'] }] },
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Tells the service worker which files the field app is made of, and writes the app's manifest in both languages. Any
 * change of the app changes the list, with it the worker, and so the browser fetches the new app.
 */
export function fieldFiles(): Plugin {
  return {
    name: 'gezhi-field-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const names = filesOf(bundle, 'field');
      const files = [...names.map((name) => `/${name}`), ...fixed];
      const worker = Object.values(bundle).find((file) => file.fileName === 'field/sw.js');
      if (worker?.type !== 'chunk') throw new Error('the build has no service worker');
      worker.code = worker.code.replaceAll('GEZHI_FIELD_FILES', JSON.stringify({ version: markOf(names), files }));
      for (const [locale, name] of [
        ['zh-CN', 'manifest'],
        ['en', 'manifest.en'],
      ] as const) {
        this.emitFile({ type: 'asset', fileName: `field/${name}.webmanifest`, source: manifestIn(locale) });
      }
    },
  };
}
