/**
 * An area code is a path: each level of the tree adds a fixed number of digits, so an area's ancestors are
 * prefixes of its code. How many digits each level has is data.
 */
export interface CodeScheme {
  readonly id: string;
  /** Digits that each level adds, outermost first. */
  readonly widths: readonly number[];
}

/**
 * The 12-digit statistical division code (province 2, city 2, county 2, street 3, community 3), then 3 digits
 * for the grid and 3 for the microgrid.
 */
export const defaultCodeScheme = { id: 'statistical-3-3', widths: [2, 2, 2, 3, 3, 3, 3] } as const satisfies CodeScheme;

/** Schemes seen elsewhere: 15 digits without microgrids in the code, 16 with two digits each for grid and microgrid, 14 with two for the grid. */
export const codeSchemes = [
  defaultCodeScheme,
  { id: 'statistical-3', widths: [2, 2, 2, 3, 3, 3] },
  { id: 'statistical-2-2', widths: [2, 2, 2, 3, 3, 2, 2] },
  { id: 'statistical-2', widths: [2, 2, 2, 3, 3, 2] },
] as const satisfies readonly CodeScheme[];

/** Levels of every Chinese scheme down to the county, whose code is the tenant. */
const countyDepth = 3;
const countyDigits = 6;
const statisticalDigits = 12;

export type CodeFault =
  /** Something other than the digits 0–9. */
  | 'code.notDigits'
  /** The number of digits ends inside a level. */
  | 'code.length'
  /** The area's own digits are all zero, which the statistical code uses for "no such level". */
  | 'code.zero';

/** What is wrong with a code, or undefined. Unknown divisions are no fault: exceptions are real. */
export function faultOfCode(scheme: CodeScheme, code: string): CodeFault | undefined {
  if (!/^[0-9]+$/.test(code)) return 'code.notDigits';
  const depth = depthOf(scheme, code);
  if (depth === undefined) return 'code.length';
  const own = code.slice(code.length - (scheme.widths[depth - 1] ?? 0));
  // A city that governs streets directly has county digits 00 (4419 00); its code is real as a step of the path.
  return depth !== countyDepth && /^0+$/.test(own) ? 'code.zero' : undefined;
}

/** Level of a code, 1 for a province, or undefined when the length fits no level. */
export function depthOf(scheme: CodeScheme, code: string): number | undefined {
  let digits = 0;
  for (const [level, width] of scheme.widths.entries()) {
    digits += width;
    if (digits === code.length) return level + 1;
    if (digits > code.length) return undefined;
  }
  return undefined;
}

/** Code one level up; undefined for a province and for a code that fits no level. */
export function parentOf(scheme: CodeScheme, code: string): string | undefined {
  const depth = depthOf(scheme, code);
  if (depth === undefined || depth === 1) return undefined;
  return code.slice(0, code.length - (scheme.widths[depth - 1] ?? 0));
}

/** Codes above, outermost first, without the code itself. */
export function ancestorsOf(scheme: CodeScheme, code: string): string[] {
  const ancestors: string[] = [];
  for (let parent = parentOf(scheme, code); parent !== undefined; parent = parentOf(scheme, parent)) {
    ancestors.unshift(parent);
  }
  return ancestors;
}

/** The county (tenant) of a code; undefined above the county. */
export function countyOf(code: string): string | undefined {
  return code.length >= countyDigits ? code.slice(0, countyDigits) : undefined;
}

/** Whether the code is the area or lies under it. */
export function isWithin(code: string, area: string): boolean {
  return code.startsWith(area);
}

/**
 * Half-open text range of an area and all under it, for a byte-ordered index (`collate "C"`).
 * The colon is the character after 9.
 */
export function prefixRange(area: string): { readonly from: string; readonly before: string } {
  return { from: area, before: `${area}:` };
}

/**
 * A 12-digit statistical code with the zeros of absent levels taken off: 450802000000 → 450802. Other codes
 * come back as they are.
 */
export function withoutPadding(code: string): string {
  if (code.length !== statisticalDigits) return code;
  let shortened = code;
  for (const width of [3, 3, 2, 2]) {
    if (!shortened.endsWith('0'.repeat(width))) break;
    shortened = shortened.slice(0, -width);
  }
  return shortened;
}

/** What the street digits of a division code say; the name has the last word. */
export function streetFormOf(code: string): 'subdistrict' | 'town' | 'township' | 'other' {
  const digits = Number(code.slice(countyDigits, countyDigits + 3));
  if (digits >= 1 && digits <= 99) return 'subdistrict';
  if (digits >= 100 && digits <= 199) return 'town';
  if (digits >= 200 && digits <= 399) return 'township';
  return 'other';
}
