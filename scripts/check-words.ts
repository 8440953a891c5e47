/**
 * Checks the catalogues (`npm run words`): both languages of every message compile and name the same placeholders,
 * no id stands in two files, no message is unused, and no Chinese text stands in web/ or server/ sources.
 */
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import { words } from '../contract/src/words/catalogue.ts';
import { textsIn } from './texts-in-source.ts';

const faults: string[] = [];
/** Offers each reader the other language in that language's own name. */
const autonyms = new Set(['desk.language', 'field.me.language']);
const root = new URL('..', import.meta.url).pathname;

/** The names a compiled message refers to, those inside its plural and select branches included. */
function placeholders(message: CompiledMessage): Set<string> {
  const names = new Set<string>();
  for (const token of message) {
    if (typeof token === 'string') continue;
    const [name, , choices] = token;
    if (name !== '#') names.add(name);
    if (typeof choices === 'object' && choices !== null) {
      for (const branch of Object.values(choices)) {
        if (Array.isArray(branch)) for (const inner of placeholders(branch as CompiledMessage)) names.add(inner);
      }
    }
  }
  return names;
}

function compiled(id: string, language: string, text: string): Set<string> | undefined {
  if (text.trim() === '') faults.push(`${id}: ${language} is blank`);
  try {
    return placeholders(compileMessageOrThrow(text));
  } catch (error) {
    faults.push(`${id}: ${language} does not compile (${String(error)})`);
    return undefined;
  }
}

for (const [id, word] of Object.entries(words)) {
  const zh = compiled(id, 'zh', word.zh);
  const en = compiled(id, 'en', word.en);
  if (!autonyms.has(id) && /\p{Script=Han}/u.test(word.en)) faults.push(`${id}: en holds Chinese`);
  if (zh === undefined || en === undefined) continue;
  const odd = [...zh.symmetricDifference(en)];
  if (odd.length > 0) faults.push(`${id}: placeholders differ between zh and en: ${odd.join(', ')}`);
}

const seen = new Map<string, string>();
for (const file of globSync('contract/src/words/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }).toSorted()) {
  for (const match of readFileSync(root + file, 'utf8').matchAll(/^\s*'([\w.-]+)':\s*\{/gm)) {
    const [, id = ''] = match;
    const first = seen.get(id);
    if (first !== undefined) faults.push(`${id}: stands in ${first} and in ${file}`);
    seen.set(id, file);
  }
}

const sources = globSync('{web,server,contract,domain,world}/src/**/*.{ts,tsx}', {
  cwd: root,
  // What a new county starts with is data in both languages, not words of the program.
  exclude: [
    'contract/src/words/**',
    'server/src/*/defaults/**',
    '**/*.test.ts',
    '**/*.test.tsx',
    '**/testing.ts',
    '**/testing-*.ts',
  ],
});
const unused = new Set(Object.keys(words));
for (const file of sources) {
  for (const { text, line, open } of textsIn(file, readFileSync(root + file, 'utf8'))) {
    if (/^(web|server)\//.test(file) && /\p{Script=Han}/u.test(text.replaceAll('格治', ''))) {
      faults.push(`${file}:${line}: Chinese text outside the catalogues: ${text.trim().slice(0, 40)}`);
    }
    if (!open) unused.delete(text);
    // A template such as `case.state.${state}`, or its beginning as data, uses every id that begins like it.
    if (text.includes('.') && (open || text.endsWith('.')))
      for (const id of unused) if (id.startsWith(text)) unused.delete(id);
  }
}
for (const id of unused) faults.push(`${id}: is used nowhere`);

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${Object.keys(words).length} messages, ${sources.length} sources, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
