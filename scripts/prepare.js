/**
 * Makes a checkout ready to run, on whatever Node >= 20 npm was started with; quick when nothing is to be done.
 * Plain JavaScript: on a bare machine the Node that runs it cannot run TypeScript, and no package is there yet.
 *
 *   node scripts/prepare.js [--web | --start]     --web: also builds the web faces; --start: and joins the program; each when
 *                                                 it is missing or older than its sources
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder, hashOf } from './source-hash.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs npm: the very npm that started this script when there is one, so that a bare PATH is enough.
 * @param {string[]} args
 * @returns {Promise<void>}
 */
async function npm(args) {
  const own = process.env['npm_execpath'] ?? '';
  const known = /^npm(-cli)?\.[cm]?js$/.test(basename(own));
  const [command, before] = known ? [process.execPath, [own]] : ['npm', []];
  const child = spawn(command, [...before, ...args], { cwd: root, stdio: 'inherit' });
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  process.on('SIGTERM', forward);
  process.on('SIGINT', forward);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...ending) => resolve(ending));
  });
  process.off('SIGTERM', forward);
  process.off('SIGINT', forward);
  if (code !== 0) {
    console.error(`npm ${args.join(' ')} ended with ${code ?? signal}`);
    process.exit(code ?? 1);
  }
}

/**
 * Does the work unless its stamp says that it was done for these very inputs.
 * @param {string} stamp file that remembers the inputs
 * @param {string} inputs hash of everything the result depends on
 * @param {() => Promise<void>} work
 */
async function once(stamp, inputs, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  await work();
  writeFileSync(stamp, inputs);
}

const packages = hashOf(root, ['package-lock.json']);
await once(join(root, 'node_modules', '.gezhi-packages'), packages, async () => {
  console.log('Installing packages (once, a minute or two) …');
  // Not `npm ci`: it refuses the lock file when the registry lacks a package of some other platform.
  await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
});

const starts = process.argv.includes('--start');

if (starts || process.argv.includes('--web')) {
  const sources = hashOf(root, ['package-lock.json', ...filesUnder(root, ['web', 'contract', 'domain'])]);
  await once(join(root, 'web', 'dist', '.sources'), sources, async () => {
    console.log('Building the web faces (once, about half a minute) …');
    await npm(['run', 'build', '--workspace=web', '--loglevel=error']);
  });
}

if (starts) {
  const sources = hashOf(root, [
    'package-lock.json',
    ...filesUnder(root, ['scripts', 'server', 'contract', 'domain', 'world']),
  ]);
  await once(join(root, 'node_modules', '.gezhi-server', '.sources'), sources, async () => {
    // Only now: on a bare machine the packages it needs have just been installed.
    const { joinProgram } = await import('./join-program.js');
    await joinProgram();
  });
}
