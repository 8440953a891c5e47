/** Lines of a chat's copy that are no words: who spoke when, rules between days, stand-ins for pictures and sounds. */
const heads: readonly RegExp[] = [
  /^\S.{0,24}?[\s\u3000]+(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[\s\u3000]+)?\d{1,2}:\d{2}(?::\d{2})?$/,
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[\s\u3000]+)?\d{1,2}:\d{2}(?::\d{2})?$/,
  /^[\u2014\u2500-]{2,}.*[\u2014\u2500-]{2,}$/,
  /^\S{1,16}[:\uFF1A]$/,
  /^\[[^\]]{1,12}\](?:\s*\d{1,3}["\u2033\u201D]?)?$/,
];

/** The words of messages copied from a group chat, without names and times: who said it in the group is not reported. */
export function fromGroup(copied: string): string {
  return copied
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !heads.some((head) => head.test(line)))
    .join('\n');
}
