// Excel, WPS and LibreOffice take a cell of a CSV file that begins so for a formula.
const formula = /^'*[\t\r\n ]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const guard = /^''*[\t\r\n ]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/** A text that no spreadsheet runs when it opens it from CSV. `unguardText` gives the text back. */
export function guardText(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

export function unguardText(text: string): string {
  return guard.test(text) ? text.slice(1) : text;
}
