/**
 * A regular expression for every import path that starts with none of the given prefixes.
 * The linter's expressions have no look-ahead, so "anything but" is spelled out letter by letter.
 */
export function startingWithNoneOf(prefixes: readonly string[]): string {
  return `^${otherThan(prefixes)}`;
}

/** The same, after a fixed beginning (itself an expression): `anywhere('../places/')` followed by none of the prefixes. */
export function followedByNoneOf(beginning: string, prefixes: readonly string[]): string {
  return `^${beginning}${otherThan(prefixes)}`;
}

function otherThan(prefixes: readonly string[]): string {
  const rests = new Map<string, string[]>();
  for (const prefix of prefixes) {
    const head = prefix.charAt(0);
    rests.set(head, [...(rests.get(head) ?? []), prefix.slice(1)]);
  }
  const ways = [...rests]
    .filter(([, rest]) => !rest.includes(''))
    .map(([head, rest]) => literal(head) + otherThan(rest));
  const heads = [...rests.keys()].map(literal).join('');
  return `(?:$|[^${heads}]|${ways.join('|')})`.replace(/\|\)$/, ')');
}

/** One character as itself, inside and outside a character class. */
function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
}
