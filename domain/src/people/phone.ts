/** A telephone number in one spelling, whatever it was typed as. */
export interface Phone {
  /** A mobile can take a text message. */
  readonly kind: 'mobile' | 'landline' | 'service' | 'foreign';
  /** `+86…` without separators; an extension follows an `x`. The same number always gives the same text. */
  readonly number: string;
}

/** Three-digit trunk codes; every other one has four digits (工业和信息化部 电信网编号计划). */
const shortTrunk = /^0(10|2\d)/;
const extension = /(?:转|分机|ext\.?|x|#)(\d{1,6})$/i;

/**
 * Reads a number as people in China type it: full-width digits, spaces, hyphens, brackets, +86, 0086, an extension after 转.
 * @param trunk trunk code of the county (`0775`), for a landline typed without it
 * @returns undefined where it is no number that can be called
 */
export function parsePhone(typed: string, trunk?: string): Phone | undefined {
  if (typed.length > 40) return undefined;
  const plain = typed.normalize('NFKC').replace(/[\s()\-‐-―−·._/【】]/g, '');
  const ext = extension.exec(plain);
  const dialled = ext === null ? plain : plain.slice(0, ext.index);
  if (!/^\+?\d{3,16}$/.test(dialled)) return undefined;
  const suffix = ext === null ? '' : `x${ext[1]}`;
  if (/^\+(?!86)/.test(dialled))
    return /^\+[1-9]\d{6,14}$/.test(dialled) ? { kind: 'foreign', number: dialled + suffix } : undefined;
  const found = readNational(...nationalDigits(dialled), trunk);
  return found === undefined ? undefined : { kind: found.kind, number: `+86${found.digits}${suffix}` };
}

/** The digits without +86, 0086 and a bare 86 before a mobile, and whether the country code stood there. */
function nationalDigits(dialled: string): [digits: string, abroad: boolean] {
  const bare = dialled.replace(/^(\+86|0086)/, '');
  if (/^861[3-9]\d{9}$/.test(bare)) return [bare.slice(2), true];
  return [bare, bare !== dialled];
}

function readNational(
  digits: string,
  abroad: boolean,
  trunk: string | undefined,
): { kind: Phone['kind']; digits: string } | undefined {
  if (/^0?1[3-9]\d{9}$/.test(digits)) return { kind: 'mobile', digits: digits.replace(/^0/, '') };
  if (/^[48]00\d{7}$/.test(digits)) return { kind: 'service', digits };
  if (/^0\d{9,11}$/.test(digits)) return landline(digits);
  // After the country code the trunk zero is dropped: +86 775 …
  if (abroad) return landline(`0${digits}`);
  return trunk === undefined ? undefined : landline(trunk + digits);
}

function landline(withTrunk: string): { kind: 'landline'; digits: string } | undefined {
  const length = shortTrunk.test(withTrunk) ? 3 : 4;
  const subscriber = withTrunk.slice(length);
  return /^[2-9]\d{6,7}$/.test(subscriber) ? { kind: 'landline', digits: withTrunk.slice(1) } : undefined;
}

/** What may be shown of a number in a list: 138****8000, 0775****890. */
export function maskPhone(number: string): string {
  const digits = number.replace(/x\d+$/, '');
  if (/^\+861[3-9]\d{9}$/.test(digits)) return `${digits.slice(3, 6)}****${digits.slice(-4)}`;
  if (/^\+86[48]00\d{7}$/.test(digits)) return `${digits.slice(3, 6)}****${digits.slice(-3)}`;
  if (digits.startsWith('+86')) {
    const withTrunk = `0${digits.slice(3)}`;
    return `${withTrunk.slice(0, shortTrunk.test(withTrunk) ? 3 : 4)}****${digits.slice(-3)}`;
  }
  return `${digits.slice(0, 4)}****${digits.slice(-2)}`;
}
