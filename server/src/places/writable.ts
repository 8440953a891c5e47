type Writable<T> = T extends (...args: never[]) => unknown ? T : { -readonly [Key in keyof T]: Writable<T[Key]> };

/** The same value for the wire: the domain's types are read-only throughout, those of the schemas are not. */
export function writable<T>(value: T): Writable<T> {
  return value as Writable<T>;
}
