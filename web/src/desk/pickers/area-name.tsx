import { useAreaName } from './use-area-name.ts';

/** The name of an area by its code. Blank until it is read: a code would only flash by. */
export function AreaName({ code }: { readonly code: string }) {
  return <span title={code}>{useAreaName(code) ?? ' '}</span>;
}
