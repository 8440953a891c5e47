import names from './county-names.json' with { type: 'json' };

/**
 * Names of counties that lists of streets and villages do not carry. A county that is not here takes its code as
 * its name until somebody renames it.
 */
export const countyNames: ReadonlyMap<string, string> = new Map(Object.entries(names));
