import { XMLBuilder } from 'fast-xml-parser';

/** A value of an answer: text, number, truth, nothing, a list, or named values. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export type Format = 'json' | 'xml';

const builder = new XMLBuilder({ ignoreAttributes: true, suppressEmptyNode: true, format: false });

/** Name of one element of each list, as the specification has it. */
const oneOf: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

function forXml(value: Value): unknown {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(forXml);
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const element = oneOf[name];
      return [name, element !== undefined && Array.isArray(inner) ? { [element]: inner.map(forXml) } : forXml(inner)];
    }),
  );
}

/** An answer in XML under a root element; a list becomes its elements. */
export function toXml(root: string, value: Value): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(forXml({ [root]: value }))}`;
}

const discoveryTypes: Record<Format, string> = { json: 'application/json', xml: 'text/xml' };
const types: Record<Format, string> = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' };

/** Content type of an answer. Discovery goes without charset: its readers compare the whole text. */
export const typeOf = (format: Format, discovery = false): string => (discovery ? discoveryTypes : types)[format];
