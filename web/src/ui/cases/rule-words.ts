/** Catalogues that the parts of a rule's id may come from, in the order in which they are tried. */
const catalogues = ['case.stage.', 'case.urgency.', 'case.kind.', 'case.level.'] as const;

/** Ids that stand for no row of a table: the date came from elsewhere. */
const dated = new Set(['imported', 'agreed']);

/**
 * The id of a clock rule in words, `accept.ordinary` → "受理 · 一般", where its parts are names that a catalogue knows.
 * A part that a county made up stands as it is.
 * @param named the name of a thing in a catalogue, or the thing itself
 */
export function ruleIdWords(id: string, named: (start: string, thing: string) => string): string {
  if (dated.has(id)) return named('case.rule.', id);
  const parts = id.split('.').map((part) => {
    const start = catalogues.find((catalogue) => named(catalogue, part) !== part);
    return start === undefined ? part : named(start, part);
  });
  return parts.join(' · ');
}
