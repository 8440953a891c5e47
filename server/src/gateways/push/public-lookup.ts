import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './address.ts';

/** Thrown into a connection whose name leads into a network of our own. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/**
 * Looks a name up and connects only to what is outside: a name that somebody gave us may lead anywhere, and somewhere else
 * each time it is asked for.
 */
export const publicLookup: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error !== null || first === undefined) answer(error ?? new NotPublic(), '', 0);
    else if (!found.every(({ address }) => isPublicAddress(address))) answer(new NotPublic(), '', 0);
    else if (options.all === true) answer(null, found);
    else answer(null, first.address, first.family);
  });
};
