/** Why a password is not taken; each has its sentence in the catalogue. */
export type PasswordRefusal = 'password.short' | 'password.long' | 'password.likeUsername' | 'password.common';

/** NIST SP 800-63B: length is what counts; no rules about kinds of characters. */
export const passwordLength = { least: 10, most: 128 } as const;

/** Runs and repeats such as 1234567890, abcdefghij, 8888888888. */
function isRun(password: string): boolean {
  const codes = Array.from(password, (letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  return steps.filter((step) => step === 0 || step === 1 || step === -1).length >= steps.length - 1;
}

const common = /^(password|qwertyuiop|qwerty|admin|administrator|iloveyou|letmein|welcome|gezhi|mima)[\d!@#$%^&*.]*$/;

/** Why this password cannot be the one of this account, or undefined when it can. */
export function passwordRefusal(password: string, username: string): PasswordRefusal | undefined {
  const letters = [...password].length;
  if (letters < passwordLength.least) return 'password.short';
  if (letters > passwordLength.most) return 'password.long';
  const plain = password.normalize('NFKC').toLowerCase();
  if (isRun(plain) || common.test(plain) || new Set(plain).size < 4) return 'password.common';
  if (plain.includes(username.normalize('NFKC').toLowerCase())) return 'password.likeUsername';
  return undefined;
}
