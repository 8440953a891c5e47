/** Vitest reporter that writes how many tests passed, failed and were skipped to the file named by GEZHI_TEST_COUNTS. */
import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts every test once. A file that could not be loaded, a suite whose hook failed and an error outside any test
 * count as failures too, so that nothing broken can hide behind tests that never ran.
 */
export function countTests(modules: readonly TestModule[], errors: readonly SerializedError[]): Counts {
  const counts: Counts = { passed: 0, failed: errors.length, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that is still pending at the end was cut off.
      counts[state === 'pending' ? 'failed' : state] += 1;
    }
  }
  return counts;
}

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env['GEZHI_TEST_COUNTS'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(countTests(modules, errors)));
  }
}
