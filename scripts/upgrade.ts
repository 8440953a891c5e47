/**
 * Opens what an older version of this program wrote with the present one, while both are at work:
 *
 *   npm run upgrade -- --from <commit> [--on pglite|postgres] [--port P]
 *
 * On the embedded database the old server is stopped and the present one started on its folder. On PostgreSQL two old
 * servers are replaced one after the other under load. Then all that was acknowledged is looked for, the chains are
 * walked, and every page of data that can be asked for is asked for.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { askEverything, openRun } from '../world/src/chaos/index.ts';
import { entry } from '../world/src/own-server.ts';
import { openFragileDatabase } from './fragile-database.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    on: { type: 'string', default: 'pglite' },
    port: { type: 'string' },
  },
});
if (values.from === undefined) {
  console.error(
    'npm run upgrade -- --from COMMIT [--on pglite|postgres]: which older version? This folder must be a git clone that has it.',
  );
  process.exit(1);
}
const root = resolve(import.meta.dirname, '..');
const begun = performance.now();
const say = (line: string) => console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

/** Checks an older version out beside this one; what it was installed with is what is here. */
function checkOut(commit: string): { readonly program: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'gezhi-old-'));
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  git('worktree', 'add', '--detach', folder, commit);
  const installed = join(root, 'node_modules');
  mkdirSync(join(folder, 'node_modules', '@gezhi'), { recursive: true });
  for (const name of readdirSync(installed))
    if (name !== '@gezhi') symlinkSync(join(installed, name), join(folder, 'node_modules', name));
  // Its own rooms, not ours.
  for (const name of ['domain', 'contract', 'server', 'world'])
    symlinkSync(join(folder, name), join(folder, 'node_modules', '@gezhi', name));
  for (const room of ['server', 'contract', 'domain', 'world']) {
    const own = join(root, room, 'node_modules');
    try {
      readdirSync(own);
      symlinkSync(own, join(folder, room, 'node_modules'));
    } catch {
      // Everything it needs is installed at the top.
    }
  }
  return {
    program: join(folder, 'server', 'src', 'main.ts'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      git('worktree', 'prune');
    },
  };
}

const old = checkOut(values.from);
const opened = values.on === 'postgres' ? await openFragileDatabase() : undefined;
try {
  const first = values.port === undefined ? undefined : Number(values.port);
  const { stage, load, look, end } = await openRun({
    filers: 3,
    letters: false,
    program: old.program,
    ...(first !== undefined && { ports: [first, first + 1] }),
    ...(opened && { database: opened.database }),
  });
  try {
    const more = async (count: number) => {
      for (const enough = load.reports.length + count; load.reports.length < enough; await wait(50)) load.check();
    };
    await more(20);
    say(`${load.reports.length} reports with the old version`);
    for (const server of stage.servers) {
      await server.stop();
      server.resume(entry);
      // On PostgreSQL the other one, still old, goes on meanwhile on the tables of the new one.
      await server.ready();
      await more(20);
      say(`one server replaced; ${load.reports.length} reports`);
    }
    await load.pause();
    const found = await look();
    const asked = await askEverything(stage.urls[0] ?? '');
    say(`${found.audited}; ${asked.asked} kinds of data asked for`);
    const wrong = [...found.wrong, ...asked.wrong];
    for (const one of wrong) console.log(one);
    console.log(`${load.reports.length} reports, ${load.commands.length} commands acknowledged, ${wrong.length} wrong`);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } finally {
    await end();
  }
} finally {
  await opened?.stop();
  old.remove();
}
