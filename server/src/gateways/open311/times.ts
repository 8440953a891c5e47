import { instantIn } from '../import-cases/local-time.ts';

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** A time of a query in epoch ms: with an offset as it says, without one in the county's own zone. Undefined for none. */
export function readTime(text: string): number | undefined {
  if (!withOffset.test(text)) return instantIn('Asia/Shanghai', text);
  const at = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  const year = new Date(at).getUTCFullYear();
  return Number.isNaN(at) || year < 1970 || year > 2199 ? undefined : at;
}

/** UTC with `Z`, to the second. */
export const showTime = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
