/** An address in one spelling, so that the same one sent twice is one household: full-width signs made plain, spaces gone. */
export function tidyAddress(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').slice(0, 200);
}
