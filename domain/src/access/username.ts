/** Letters of any script, digits, dot, hyphen, underscore; 2 to 40 of them, the first a letter or digit. */
const shape = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u;

/** The one spelling under which a sign-in name is kept and looked up: width and case do not matter. */
export function normalUsername(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}

/** Whether a name, in its normal spelling, can be a sign-in name. */
export function isUsername(name: string): boolean {
  return shape.test(name);
}
