/** Where a page of a list by name begins: after this row. */
export interface AfterName {
  readonly name: string;
  readonly id: string;
}

/** Where a page of a list by time (ISO) begins: after this row. */
export interface AfterTime {
  readonly at: string;
  readonly id: string;
}

/** Escapes what LIKE would read as a pattern. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (letter) => `\\${letter}`);
}
