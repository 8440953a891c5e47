import type { PushMessage } from '@gezhi/contract/notices/push';

const parts = ['id', 'caseId', 'title', 'text', 'lang'] as const;

/** What the server sent; undefined for anything else that came over the push service. */
export function alertOf(text: string): PushMessage | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const found = new Map<string, unknown>(Object.entries(read));
  return parts.every((part) => typeof found.get(part) === 'string') ? (read as PushMessage) : undefined;
}

/** How an alert is shown: a second one about the same notice takes the place of the first. */
export const shownAs = ({ id, caseId, text, lang }: PushMessage): NotificationOptions => ({
  body: text,
  tag: id,
  lang,
  icon: '/field/icon-192.png',
  badge: '/field/icon-192.png',
  data: { open: caseId },
});

/** The case that a tapped alert, or a message of the worker to the app, is about. */
export function caseToOpen(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('open' in data)) return undefined;
  return typeof data.open === 'string' && /^[0-9a-f-]{36}$/.test(data.open) ? data.open : undefined;
}
