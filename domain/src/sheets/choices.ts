import type { Choice } from './column.ts';
import { narrow } from './raw-cell.ts';

/** Finds the code of what a cell says: the code itself or the name. Null where two entries have that name. */
export interface ChoiceIndex {
  find(text: string): string | null | undefined;
  /** The name that goes with a code, as it is written out. */
  nameOf(code: string): string;
}

/** Names that a cell cannot tell apart are written as codes. */
export function indexChoices(choices: readonly Choice[]): ChoiceIndex {
  const byName = new Map<string, string | null>();
  const byCode = new Map<string, string>();
  for (const { code, name } of choices) {
    const known = byName.get(narrow(name));
    byName.set(narrow(name), known === undefined || known === code ? code : null);
    byCode.set(narrow(code).toLowerCase(), code);
  }
  const names = new Map(choices.map(({ code, name }) => [code, byName.get(narrow(name)) === code ? name : code]));
  return {
    find: (text) => {
      const plain = narrow(text);
      return byCode.get(plain.toLowerCase()) ?? byName.get(plain);
    },
    nameOf: (code) => names.get(code) ?? code,
  };
}
