import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { countyOf } from '@gezhi/domain/places/index';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type FaultyRow, importCases, importMapping, type Row } from '../gateways/index.ts';
import { importDivisions } from '../places/index.ts';
import { seedRules } from '../rules/index.ts';
import { type AddCommand, CommandFailed } from './command.ts';
import { withNouns } from './with-nouns.ts';

const mostBytes = 512 * 1024 * 1024;

/** Reads a sheet, gzipped or not, with or without byte order mark. */
async function readSheet(file: string): Promise<readonly Row[]> {
  const bytes = await readFile(file).catch(() => {
    throw new CommandFailed(`${file} cannot be read`);
  });
  try {
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : bytes;
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    throw new CommandFailed(`${file} is no CSV file: ${error instanceof Error ? error.message : ''}`);
  }
}

async function readMapping(file: string) {
  const read = importMapping.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new CommandFailed(`${file} is no mapping:\n  ${wrong.join('\n  ')}`);
}

/** The rows that could not be taken, as the same sheet with two columns more. */
async function reportFaulty(file: string, rows: readonly Row[], faulty: readonly FaultyRow[]): Promise<void> {
  const marked = faulty.map(({ line, fault, value }) => ({ line, fault, value, ...rows[line - 2] }));
  await writeFile(file, `\uFEFF${stringify(marked, { header: true })}`);
}

/** `gezhi import`: cases of another system, and lists of divisions. */
export const addImport: AddCommand = (program) => {
  const group = program.command('import').description('brings data in from files; run twice it adds nothing');
  group
    .command('cases')
    .argument('<file>', 'CSV file, may be gzipped')
    .requiredOption('--mapping <file>', 'JSON file that says what its columns and words mean; see docs/import.md')
    .option('--faulty <file>', 'where to write the rows that could not be taken', 'faulty.csv')
    .description('makes cases of the rows, through the same decisions as any other, with their own times')
    .action(async (file: string, options: { mapping: string; faulty: string }) => {
      const mapping = await readMapping(options.mapping);
      const rows = await readSheet(file);
      const result = await withNouns(
        (base, nouns) =>
          importCases(
            {
              ...nouns.cases,
              areaDeps: { ...base, ...nouns.areas },
              changed: nouns.access.changed,
            },
            mapping,
            rows,
            (done) => process.stderr.write(`\r${done} of ${rows.length}`),
          ),
        { begins: true },
      );
      process.stderr.write('\n');
      if (result.faulty.length > 0) await reportFaulty(options.faulty, rows, result.faulty);
      const { faulty, ...counts } = result;
      console.log(
        JSON.stringify(
          { ...counts, faulty: faulty.length, ...(faulty.length > 0 && { faultyFile: options.faulty }) },
          null,
          2,
        ),
      );
    });
  group
    .command('divisions')
    .requiredOption('--streets <file>', 'CSV with columns code and name')
    .requiredOption('--villages <file>', 'CSV with columns code and name')
    .option('--from <date>', 'day from which the areas hold', '2020-01-01')
    .description('makes areas of statistical divisions: counties, streets, villages and communities')
    .action(async ({ streets, villages, from }: { streets: string; villages: string; from: string }) => {
      const rows = [...(await readSheet(streets)), ...(await readSheet(villages))];
      const divisions = rows.map((row) => ({ code: row['code'] ?? '', name: row['name'] ?? '' }));
      const since = Date.parse(`${from}T00:00:00+08:00`);
      if (Number.isNaN(since)) throw new CommandFailed('--from must be a date like 2020-01-01');
      const result = await withNouns(
        async (base, nouns) => {
          // A county that is new here begins with the rules that every county begins with.
          for (const county of new Set(divisions.flatMap(({ code }) => countyOf(code.trim()) ?? [])))
            await base.db.transaction({ county, system: true }, (trx) => seedRules(trx, county, since));
          return importDivisions({ ...base, ...nouns.areas }, divisions, since);
        },
        { begins: true },
      );
      console.log(JSON.stringify(result, null, 2));
    });
};
