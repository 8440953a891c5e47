import type { Item } from './item.ts';

/** From this on something counts as sent late, and its words say when it happened. */
const lateMs = 10 * 60_000;

/** Parts of a command that hold words, with how long they may be. */
const wordParts = { note: 2000, text: 2000, reason: 1000 } as const;

/**
 * The body of a request as it goes out.
 * @param ids of the photos by slot, in order
 * @param now epoch ms on this phone
 */
export function bodyOf(item: Item, ids: Readonly<Record<string, readonly string[]>>, now: number): unknown {
  const late = now - item.queuedAt > lateMs ? item.late : '';
  const { work } = item;
  if (work.kind === 'report') {
    const { body } = work;
    return {
      ...body,
      description: withLate(body.description ?? '', late, 4000),
      photos: [...(ids['seen'] ?? [])],
      ...(body.solved && { solved: { ...body.solved, photos: [...(ids['after'] ?? [])] } }),
    };
  }
  const { body } = work;
  const filled: Record<string, unknown> = { ...body };
  if ('photos' in body) filled['photos'] = [...(ids['before'] ?? []), ...(ids['after'] ?? [])];
  for (const [part, most] of Object.entries(wordParts)) {
    const words = filled[part];
    if (typeof words !== 'string') continue;
    filled[part] = withLate(words, late, most);
    break;
  }
  return filled;
}

function withLate(words: string, late: string, most: number): string {
  const whole = words === '' ? late : `${words}\n${late}`;
  return late === '' || whole.length > most ? words : whole;
}
