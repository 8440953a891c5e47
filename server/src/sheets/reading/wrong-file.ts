import type { WordId } from '@gezhi/contract/words/index';

/** Why a whole file cannot be read, as a code of the catalogue of problems. */
export type WrongFileCode =
  Extract<WordId, `problem.sheet.file.${string}`> extends `problem.${infer Code}` ? Code : never;

/** Thrown when a file is no sheet, or not one that is safe to open. Whoever opens it says so to its sender. */
export class WrongFile extends Error {
  override readonly name = 'WrongFile';
  readonly code: WrongFileCode;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: WrongFileCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
