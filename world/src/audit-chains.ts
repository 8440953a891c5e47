import { gezhi } from './gezhi.ts';

/**
 * Walks every chain of a stopped server with `gezhi audit verify`, which needs the folder for itself, and answers what
 * it said. @throws Error where a chain is broken
 */
export function auditChains(dataDir: string, database: Readonly<Record<string, string>> = {}): Promise<string> {
  return gezhi(['audit', 'verify'], dataDir, database);
}
