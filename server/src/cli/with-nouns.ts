import type { Base } from '../open-deps.ts';
import { type Nouns, openNouns } from '../open-nouns.ts';
import { type Beginning, withDeps } from './with-program.ts';

/** Runs work with the nouns as the server opens them, and closes them again. */
export async function withNouns<T>(
  work: (base: Base, nouns: Nouns) => Promise<T>,
  beginning: Beginning = {},
): Promise<T> {
  return withDeps(async (base) => {
    const nouns = await openNouns(base);
    try {
      return await work(base, nouns);
    } finally {
      await nouns.close();
    }
  }, beginning);
}
