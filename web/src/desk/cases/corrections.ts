import type { CaseView } from '@gezhi/contract/cases/index';

type History = CaseView['history'];

/** Parts of a case that a correction may change and that a reader would ask about. */
export const correctedParts = ['category', 'kind', 'urgency', 'address', 'area', 'desk'] as const;
export type CorrectedPart = (typeof correctedParts)[number];

/** One part that a correction changed: what stood there before, and what it became. Absent where nothing stood there. */
export interface Correction {
  readonly part: CorrectedPart;
  readonly from: string | undefined;
  readonly to: string;
}

/**
 * What each correction changed, by the number of its line. An event carries only what it became: what it was before is
 * read from the lines before it. Areas and desks come as names, categories as codes.
 */
export function correctionsIn(history: History): ReadonlyMap<number, readonly Correction[]> {
  const standing = new Map<CorrectedPart, string>();
  const found = new Map<number, readonly Correction[]>();
  for (const { seq, type, data } of history.toSorted((a, b) => a.seq - b.seq)) {
    const said = correctedParts.flatMap((part) => {
      const to = wordsOf(data[part]);
      return to === undefined ? [] : [{ part, from: standing.get(part), to }];
    });
    if (type === 'corrected') {
      found.set(
        seq,
        said.filter(({ from, to }) => from !== to),
      );
    }
    if (type === 'corrected' || type === 'reported' || type === 'imported') {
      for (const { part, to } of said) standing.set(part, to);
    }
  }
  return found;
}

/** A text as it stands, an area or desk by its name. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined;
  return typeof value.name === 'string' ? value.name : undefined;
}
