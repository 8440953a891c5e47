/** Import of 100,000 people from one workbook: seconds and memory, on PGlite, or on the PostgreSQL that GEZHI_TEST_DATABASE_URL names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers';
import { openDatabase } from '../server/src/database/index.ts';
import { openTestDatabase } from '../server/src/database/testing.ts';
import { openSheets } from '../server/src/sheets/testing.ts';
import { loadExcel } from '../server/src/sheets/writing/xlsx.ts';

const rows = Number(process.argv[2] ?? 100_000);
const barMb = 512;

const started = performance.now();
// As the program keeps it: in a folder, where no rows stay in memory. On a server the tests' way to a database of one's own.
const folder = mkdtempSync(join(tmpdir(), 'gezhi-bench-'));
const url = process.env['GEZHI_TEST_DATABASE_URL'];
const db =
  url === undefined
    ? await openDatabase({ dataDir: folder, url: undefined, appUrl: undefined, appPassword: 'bench' })
    : await openTestDatabase();
const server = await openSheets(db);
const base = process.memoryUsage().rss;
let peak = base;
const watching = every(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);

/** A workbook as a clerk would send it, made by another program than the one that reads it. */
async function workbook(): Promise<Buffer> {
  const excel = await loadExcel();
  const { PassThrough } = await import('node:stream');
  const stream = new PassThrough();
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  const page = book.addWorksheet('人员');
  page.addRow(['姓名', '所属区域代码', '电话']).commit();
  const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'];
  const given = [...'芳伟敏静强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉萍红建文辉力斌'];
  const areas = ['450802', '450802001', '450802002', '450802001013', '450802001013001', '450802001013002'];
  const of = (texts: readonly string[], n: number) => texts[n % texts.length] ?? '';
  for (let i = 0; i < rows; i += 1) {
    const name = `${of(surnames, i)}${of(given, i * 7)}${of(given, Math.floor(i / 11))}`;
    page.addRow([name, of(areas, i), `138${String(i).padStart(8, '0')}`]).commit();
    if (i % 5_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  page.commit();
  await book.commit();
  return Buffer.concat(pieces);
}

const file = await workbook();
globalThis.gc?.();
const before = process.memoryUsage().rss;
peak = before;

async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly seconds: number; readonly cpu: number }> {
  const begun = performance.now();
  const used = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(used);
  return { value, seconds: (performance.now() - begun) / 1_000, cpu: (user + system) / 1e6 };
}

const kind = url === undefined ? 'PGlite' : 'PostgreSQL';
console.log(`${availableParallelism()} cores ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}, ${kind}`);
console.log(
  `workbook of ${rows} people, ${(file.length / 1_048_576).toFixed(1)} MB (ready after ${((performance.now() - started) / 1_000).toFixed(0)} s)`,
);
const mb = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`;
function say(what: string, { seconds, cpu }: { seconds: number; cpu: number }, counts: unknown): void {
  console.log(
    `${what}: ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of CPU in this process), ${JSON.stringify(counts)}, RSS at most ${mb(peak)} (+${mb(peak - before)})`,
  );
}

const checked = await timed(() => server.check('people', file));
if (checked.value.state !== 'checked') throw new Error(JSON.stringify(checked.value));
say('checked', checked, checked.value.counts);
const written = await timed(() => server.apply(checked.value.id));
if (written.value.state !== 'done') throw new Error(JSON.stringify(written.value));
say('written', written, written.value.counts);
const again = await timed(() => server.check('people', file));
say('checked again', again, again.value.counts);
const out = await timed(() => server.download('/api/sheets/people/export?format=xlsx'));
say(`exported (${mb(out.value.length)})`, out, {});
clearInterval(watching);
console.log(
  `RSS grew by ${mb(peak - before)}; the bar is ${barMb} MB: ${peak - before < barMb * 1_048_576 ? 'kept' : 'NOT kept'}`,
);
await server.close();
rmSync(folder, { recursive: true, force: true });
