import type { FollowView } from '@gezhi/contract/cases/index';

/** Longest heading, in characters; one of Chinese takes the room of two. */
const most = 24;

/**
 * What a report is called on the reporter's own page: their first words, which say more than the name of a category
 * (and much more than "other"); without words the category.
 */
export function headingOf({ description, category }: Pick<FollowView, 'description' | 'category'>): string {
  const [first = ''] = description.trim().split(/[。！？!?；;\n]/u);
  const words = first.trim();
  if (words === '') return category.name;
  const room = /\p{Script=Han}/u.test(words) ? most : 2 * most;
  const letters = [...words];
  if (letters.length <= room) return words;
  const cut = letters.slice(0, room).join('');
  const clause = cut.slice(0, Math.max(0, cut.lastIndexOf('，'), cut.lastIndexOf(',')));
  return clause.length >= 4 ? clause : `${cut}…`;
}
