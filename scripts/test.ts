/**
 * `npm test`: runs every suite but the long one, the browser tests last, and ends with one line `N passed, N failed` that
 * counts all. `npm run test:long` runs that one.
 * Arguments go to Vitest: `npm test -- server/src/cases`, `npm test -- --project domain`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, howToGetChromium } from './chromium.ts';
import type { Counts } from './count-reporter.ts';
import { runBeside } from './run-beside.ts';

const scratch = mkdtempSync(join(tmpdir(), 'gezhi-test-'));
const countsFile = join(scratch, 'counts.json');

function readCounts(code: number, built: boolean): Counts {
  const counts: Counts = existsSync(countsFile)
    ? (JSON.parse(readFileSync(countsFile, 'utf8')) as Counts)
    : { passed: 0, failed: 0, skipped: 0 };
  // The runner broke down without saying what failed, or found nothing to run.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (!built) counts.failed += 1;
  return counts;
}

const wanted = process.argv.slice(2);
const prepare = fileURLToPath(new URL('prepare.js', import.meta.url));
const wantsProgram = wanted.length === 0 || wanted.some((argument) => /e2e|process|long/.test(argument));
const noBrowser = findChromium() === undefined;
// Those that start the program start what `npm start` does, web and all. A build that fails is a failure among the others,
// not the end of them.
const built = !wantsProgram || (await runBeside([process.execPath, prepare, '--start'], {})) === 0;
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const asStarted = wantsProgram && built && { GEZHI_JOINED: join(modules, '.gezhi-server') };
const vitest = ['vitest', 'run', '--reporter=default', '--reporter=./scripts/count-reporter.ts', ...wanted];
if (wanted.length === 0) vitest.push('--project=!long');
if (noBrowser) vitest.push('--project=!e2e');
const code = await runBeside(vitest, {
  GEZHI_TEST_COUNTS: countsFile,
  GEZHI_TEST_SHARED: scratch,
  NODE_COMPILE_CACHE: join(modules, '.compile-cache'),
  ...asStarted,
});
const { passed, failed, skipped } = readCounts(code, built);
rmSync(scratch, { recursive: true, force: true });

if (noBrowser) console.log(`\n${howToGetChromium}\n`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
