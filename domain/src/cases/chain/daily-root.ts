import type { Sha256 } from './link.ts';

/** Where a case's chain stood at the end of a day. */
export interface CaseHead {
  readonly case: string;
  readonly head: string;
}

/**
 * One hash for a day: the Merkle root of the heads of all chains that grew in it, ordered by case id. It can be
 * published; whoever keeps it can tell later whether any of those histories was changed.
 *
 * - leaf: SHA-256 of `leaf:<case>:<head>`
 * - node: SHA-256 of `node:<left>:<right>`; one left over at the end of a row goes up as it is
 * - a day without a change: SHA-256 of `empty`
 *
 * The words before the colons keep a leaf from passing as a node, and an odd one is never doubled, so that two
 * different days cannot share a root.
 */
export function dailyRoot(heads: readonly CaseHead[], sha256: Sha256): string {
  const leaves = heads.map((leaf) => `leaf:${leaf.case}:${leaf.head}`).toSorted();
  let row = leaves.map((leaf) => sha256(leaf));
  while (row.length > 1) row = rowAbove(row, sha256);
  return row[0] ?? sha256('empty');
}

function rowAbove(row: readonly string[], sha256: Sha256): string[] {
  const above: string[] = [];
  for (let i = 0; i < row.length; i += 2) {
    const [left, right] = [row[i] ?? '', row[i + 1]];
    above.push(right === undefined ? left : sha256(`node:${left}:${right}`));
  }
  return above;
}
