/** Type-checks every project, two at a time (`npm run types`); ends with failure when any of them has an error. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const projects = ['domain', 'contract', 'server', 'web', 'world', 'scripts', 'bench', 'e2e'];
const waiting = projects.map((project) => `${project}/tsconfig.json`);
const missing = waiting.filter((file) => !existsSync(file));
let failed = missing.length;
for (const file of missing) console.error(`types: ${file} is missing`);

function check(file: string): Promise<void> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn('tsc', ['--noEmit', '--pretty', 'false', '-p', file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => {
      if (code !== 0) failed += 1;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${file} ${seconds} s`);
      if (output) console.log(output.trimEnd());
      resolve();
    });
  });
}

async function worker(): Promise<void> {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await check(file);
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
process.exitCode = failed === 0 ? 0 : 1;
