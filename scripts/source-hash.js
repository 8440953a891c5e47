/** Which files a build depends on, and one hash over them. Plain JavaScript: it runs before anything is installed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['node_modules', 'dist']);

/**
 * Every source file under the folders, tests and results left out, as sorted paths from the root.
 * @param {string} root
 * @param {string[]} folders
 * @returns {string[]}
 */
export function filesUnder(root, folders) {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => !skipped.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
        .flatMap((entry) => {
          const path = `${folder}/${entry.name}`;
          return entry.isDirectory() ? filesUnder(root, [path]) : [path];
        }),
    )
    .sort();
}

/**
 * SHA-256 over names and contents; a changed, added, renamed or removed file changes it.
 * @param {string} root
 * @param {string[]} files
 * @returns {string} hexadecimal
 */
export function hashOf(root, files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
