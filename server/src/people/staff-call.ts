import type { Actor } from '@gezhi/domain/access/index';
import { type Position, positionIn } from '../http/index.ts';
import type { Keys } from '../keys/index.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Staff } from './deps.ts';
import type { AfterName, AfterTime } from './paging.ts';

/** The member of staff who asks. @throws Error where the route lets in anybody else: its table entry is wrong then */
export function staffOf(actor: Actor): Staff {
  if (actor.kind !== 'staff') throw new Error('the route admits others than staff');
  return actor;
}

/** The query of a list call without what pages it. */
export interface Paged {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function twoTexts(position: Position): readonly [string, string] {
  const [first, second] = position;
  return [String(first), String(second)];
}

/** Where the page asked for begins, in a list by name. */
export function afterName(keys: Keys, list: string, query: Paged): AfterName | Refusal | undefined {
  const position = positionIn(keys, list, query.cursor);
  if (position === undefined || isRefusal(position)) return position;
  const [name, id] = twoTexts(position);
  return { name, id };
}

/** Where the page asked for begins, in a list by time. */
export function afterTime(keys: Keys, list: string, query: Paged): AfterTime | Refusal | undefined {
  const position = positionIn(keys, list, query.cursor);
  if (position === undefined || isRefusal(position)) return position;
  const [at, id] = twoTexts(position);
  return { at, id };
}
