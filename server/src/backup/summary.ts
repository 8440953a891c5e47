import type { Manifest } from './manifest.ts';

/** What a backup holds, in a few words for whoever made it. */
export function summaryOf({ tables, files }: Pick<Manifest, 'tables' | 'files'>): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows} rows of ${tables.length} tables, ${files.length} files`;
}
