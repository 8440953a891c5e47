import { asMultiPolygon, type MultiPolygon } from '@gezhi/domain/places/index';
import { z } from 'zod';

/** A drawing that is not saved yet, with the state of the boundary it was begun on. */
export interface Draft {
  readonly shape: MultiPolygon;
  /** ETag of the versions when it was begun: what came since is told, not drawn over. */
  readonly etag: string;
  readonly reason: string;
  readonly validFrom?: string | undefined;
}

const kept = z.object({
  shape: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.unknown()) }),
  etag: z.string(),
  reason: z.string(),
  validFrom: z.string().optional(),
});

const nameOf = (code: string) => `gezhi.boundary.${code}`;

/** Kept on this device until it is saved or thrown away, whatever happens to the page. */
export function keepDraft(code: string, draft: Draft): void {
  try {
    localStorage.setItem(nameOf(code), JSON.stringify(draft));
  } catch {
    // A full device: the drawing lives on in the page.
  }
}

export function keptDraft(code: string): Draft | undefined {
  const text = localStorage.getItem(nameOf(code));
  if (text === null) return undefined;
  try {
    const { shape, ...rest } = kept.parse(JSON.parse(text));
    return { ...rest, shape: asMultiPolygon(shape) };
  } catch {
    return undefined;
  }
}

export function forgetDraft(code: string): void {
  localStorage.removeItem(nameOf(code));
}
