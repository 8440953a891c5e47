import type { LiveMessage } from '@gezhi/contract/live/routes';

/** Which routes' answers a kind of message makes stale: those whose name begins so. Else those of its own noun. */
const nouns: Readonly<Record<string, readonly string[]>> = {
  case: ['cases.', 'insight.'],
  notice: ['notices.'],
};

/** Answers about one case carry its id in their input; a message about another case leaves them alone. */
const aboutOne = new Set(['cases.get', 'cases.history', 'cases.likelySame']);

/** Whether what was read under the key is stale by the message. */
export function staleBy(key: readonly unknown[], { kind, ref }: Pick<LiveMessage, 'kind' | 'ref'>): boolean {
  const route = typeof key[0] === 'string' ? key[0] : '';
  const noun = kind.slice(0, kind.indexOf('.'));
  if (!(nouns[noun] ?? [`${noun}.`]).some((start) => route.startsWith(start))) return false;
  return !aboutOne.has(route) || JSON.stringify(key[1] ?? '').includes(ref);
}
