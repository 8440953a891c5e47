/** Whether a case is drawn by a sample of this rate (0..1): the same answer for the same case, whoever asks. FNV-1a. */
export function sampled(caseId: string, rate: number): boolean {
  let hash = 0x811c9dc5;
  for (const unit of caseId) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193) >>> 0;
  return hash / 0x1_0000_0000 < rate;
}
