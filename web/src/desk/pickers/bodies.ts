import type { NamedBody } from '@gezhi/contract/cases/index';

/** A body as the API takes it. */
export type Body =
  | { readonly kind: 'org'; readonly org: string }
  | { readonly kind: 'desk'; readonly area: string }
  | { readonly kind: 'grid'; readonly area: string };

/** One text for a body: `org:<id>`, `desk:<area>`, `grid:<area>`. */
export const keyOfNamed = ({ kind, id }: NamedBody): string => `${kind}:${id}`;

export function keyOfBody(body: Body): string {
  return body.kind === 'org' ? `org:${body.org}` : `${body.kind}:${body.area}`;
}

export function bodyFromKey(key: string): Body {
  const cut = key.indexOf(':');
  const [kind, id] = [key.slice(0, cut), key.slice(cut + 1)];
  if (kind === 'org') return { kind, org: id };
  if (kind === 'desk' || kind === 'grid') return { kind, area: id };
  throw new Error(`No body: ${key}`);
}
