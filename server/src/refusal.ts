const refused = Symbol('refused');

/** One thing wrong with one field of a request. */
export interface FieldError {
  /** Dotted path into the body or query, `''` for the whole. */
  readonly path: string;
  /** Stable code; its words are in the catalogue of problems. */
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** An expected failure: a value with a stable code. As the result of a transaction it rolls everything back. */
export interface Refusal {
  readonly [refused]: true;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldError[];
}

/** Refuses with a code of the catalogue of problems. `params` fill its sentence. */
export function refuse(
  code: string,
  more: { readonly params?: Readonly<Record<string, string | number>>; readonly errors?: readonly FieldError[] } = {},
): Refusal {
  return { [refused]: true, code, ...more };
}

/** Tells a refusal from a result. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && refused in value;
}
