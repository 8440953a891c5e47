import { defineConfig } from 'vitest/config';

/** Unit and server suites: they share the workers and run first. */
function suite(name: string, include: string[], isolate = true) {
  const patience = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } } };
  return { test: { name, include, isolate, environment: 'node' as const, ...patience } };
}

/** Suites that start the program. */
function programs(name: string, include: string[]) {
  // What a poll waits for comes when the machine gets to it; a second, as the runner has it, is not long on a busy one.
  const patience = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 30_000 } } };
  return { test: { name, include, environment: 'node' as const, ...patience, sequence: { groupOrder: 1 } } };
}

/** Files that put something else in a module's place, for whoever imports it. */
const replacing = ['server/src/access/equal-work.test.ts'];

export default defineConfig({
  test: {
    // Two workers: every server file owns an embedded database (about 180 MB), and CI has two cores.
    maxWorkers: 2,
    projects: [
      // Pure rooms keep nothing between files: loading them anew for each file took four times as long as their tests.
      suite('domain', ['domain/src/**/*.test.ts'], false),
      suite('contract', ['contract/src/**/*.test.ts'], false),
      // Nor does the server, and its embedded database goes from file to file. What replaces a module needs its own.
      { test: { ...suite('server', ['server/src/**/*.test.ts'], false).test, exclude: replacing } },
      { test: { ...suite('server', replacing).test, name: 'server-replacing' } },
      suite('world', ['world/src/**/*.test.ts', 'bench/**/*.test.ts']),
      suite('web', ['web/src/**/*.test.ts', 'web/src/**/*.test.tsx']),
      suite('scripts', ['scripts/**/*.test.ts']),
      // A browser and a server each, after everything else; two at a time, for most of it is waiting.
      programs('e2e', ['e2e/*.test.ts']),
      // Server processes, killed and started again; no browser.
      programs('process', ['e2e/process/**/*.test.ts']),
      // What takes a minute each: kills by the dozen, backup under load, a city's list, thousands of calls. `npm run test:long`.
      programs('long', ['e2e/long/**/*.test.ts']),
    ],
  },
});
