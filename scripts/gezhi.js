#!/usr/bin/env node
/**
 * `npx gezhi …`: hands everything to the command line in server/src/cli, on the Node 24 that npm installed here.
 * Plain JavaScript, because whoever calls it may have Node 20 on the PATH.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (!existsSync(node)) {
  console.error('gezhi: nothing is installed yet; run `npm start` or `npm install` in this folder first');
  process.exit(1);
}

const child = spawn(node, [join(root, 'server', 'src', 'cli', 'gezhi.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
  process.on(signal, () => void child.kill(signal));
}
child.on('error', (error) => {
  console.error(`gezhi: ${error.message}`);
  process.exit(1);
});
child.on('close', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  // End as the child ended, so that a caller sees the same signal.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
