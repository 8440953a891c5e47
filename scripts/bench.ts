/** `npm run bench -- <name> [arguments]`: runs bench/<name>.ts; without a name it lists what can be measured. */
import { readFileSync, readdirSync } from 'node:fs';
import { runBeside } from './run-beside.ts';

const folder = new URL('../bench/', import.meta.url);

/** A measurement is a file whose first line says in a doc comment what it measures. */
function measurements(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const said = /^\/\*\*\s*\n?\s*\*?\s*(.+?)\s*(?:\*\/)?$/m.exec(readFileSync(new URL(file, folder), 'utf8'));
    if (said?.index === 0) found.set(file.slice(0, -'.ts'.length), said[1] ?? '');
  }
  return found;
}

const [name, ...rest] = process.argv.slice(2);
const known = measurements();
if (name === undefined || !known.has(name)) {
  console.log(name === undefined ? 'What can be measured:' : `There is no measurement called ${name}. There are:`);
  for (const [each, says] of known) console.log(`  ${each.padEnd(20)} ${says}`);
  process.exitCode = name === undefined ? 0 : 1;
} else {
  process.exitCode = await runBeside([process.execPath, new URL(`${name}.ts`, folder).pathname, ...rest], {});
}
