/**
 * What stands in a cell of a file before anybody says what it should be. `serial` is a day count with a date format
 * (days since 1899-12-30, as spreadsheets count from 1 March 1900 on); `error` is what a formula left behind: no
 * result at all, or an error value such as #N/A.
 */
export type RawCell =
  | string
  | number
  | boolean
  | null
  | { readonly serial: number }
  | { readonly error: 'formula' | 'value'; readonly text: string };

/** Spaces of every width, zero-width marks and byte order marks at the ends of a text. */
const edges = /^[\s\u3000\u200B-\u200D\u2060\uFEFF]+|[\s\u3000\u200B-\u200D\u2060\uFEFF]+$/g;

/** A text without what nobody sees at its ends; a line break within it becomes a space. */
export function tidy(text: string): string {
  return text.replace(edges, '').replace(/\s*[\r\n\t\v\f]+\s*/g, ' ');
}

/** Letters and digits of one width and without spaces: ４５ ０８０２ → 450802. */
export function narrow(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '');
}

/** Whether nothing stands in a cell. */
export function isBlank(raw: RawCell | undefined): boolean {
  return raw === null || raw === undefined || (typeof raw === 'string' && tidy(raw) === '');
}

const mostDigits = 15;

/** A number as the text somebody typed; undefined where the spreadsheet has lost digits (more than 15). */
export function textOfNumber(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (!Number.isInteger(value)) return String(value);
  return Math.abs(value) < 10 ** mostDigits ? String(value) : undefined;
}
