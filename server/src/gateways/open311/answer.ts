import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Format, toXml, typeOf, type Value } from './serialize.ts';
import { bad, type GeoError } from './errors.ts';

/** A path's last part without its format: `4500.json` is `4500` in JSON. Without one, XML, the specification's first. */
export function namedIn(part: string): { readonly name: string; readonly format: Format } {
  const read = /^(.*?)(?:\.(json|xml))?$/i.exec(part);
  return { name: read?.[1] ?? part, format: (read?.[2]?.toLowerCase() as Format | undefined) ?? 'xml' };
}

/** The format a request asks for, by the end of its path. */
export const formatOf = (request: FastifyRequest): Format => namedIn(request.url.split('?')[0] ?? '').format;

/** Sends a value in the format asked for: a plain array or object in JSON, under its root element in XML. */
export function send(
  reply: FastifyReply,
  format: Format,
  root: string,
  value: Value,
  options: { discovery?: boolean; status?: number } = {},
): FastifyReply {
  const body = format === 'json' ? JSON.stringify(value) : toXml(root, value);
  // As bytes: a string would be given a charset.
  return reply
    .code(options.status ?? 200)
    .header('content-type', typeOf(format, options.discovery))
    .send(Buffer.from(body));
}

export const sendErrors = (
  reply: FastifyReply,
  format: Format,
  status: number,
  errors: readonly GeoError[],
): FastifyReply => send(reply, format, 'errors', errors as unknown as Value, { status });

/** One value of a query parameter. */
export function oneOf(query: unknown, name: string): string | undefined {
  const value = (query as Record<string, unknown>)[name];
  if (Array.isArray(value)) throw bad(`${name} is given twice`);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
