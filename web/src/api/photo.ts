import { filesRoutes } from '@gezhi/contract/files/routes';
import type { Photo } from '../ui/photo-strip.tsx';
import { addressOf } from './address.ts';

/** Where the pictures of an uploaded photo are: small for rows, large for looking. */
export function photoOf(id: string): Photo {
  const at = (size: string) => addressOf(filesRoutes.read.path, { id, size }, {});
  return { id, small: at('480'), large: at('2048') };
}
