import type { FastifyError } from 'fastify';
import { refuse, type Refusal } from '../refusal.ts';
import { InvalidRequest } from './invalid-request.ts';

/** What Fastify refuses before a handler runs, by its code. */
const byFastify: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'http.malformedBody',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'http.malformedBody',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'http.malformedBody',
  FST_ERR_CTP_BODY_TOO_LARGE: 'http.tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'http.mediaType',
  FST_ERR_BAD_URL: 'http.badAddress',
  FST_ERR_MAX_PARAM_LENGTH: 'http.badAddress',
  FST_ERR_ASYNC_CONSTRAINT: 'http.badAddress',
  FST_ERR_NOT_FOUND: 'http.notFound',
};

const byStatus: Readonly<Record<number, string>> = {
  400: 'http.malformedBody',
  404: 'http.notFound',
  413: 'http.tooLarge',
  415: 'http.mediaType',
  429: 'http.tooMany',
};

// Database that is away: connection refused, broken, starting or stopping, or no free connection in time.
const away = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|57P0[1-3]|08...|53300)$/;
const awayText =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|Query read timeout|timeout expired|PGlite is closed/;

/** What the reader of forms says of one without a boundary, an end or a heading. */
const brokenForm =
  /^Multipart: Boundary not found|^Unexpected end of (?:form|multipart data)|^Malformed part header|^Malformed content type|^The needle cannot|terminated early due to/;

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/**
 * The refusal that an error amounts to, and whether it is our own fault and must be noted.
 * A value the database cannot hold is the caller's, though a schema should have caught it: it is noted too.
 */
export function failureOf(error: unknown): { readonly refusal: Refusal; readonly noted: boolean } {
  if (error instanceof InvalidRequest) {
    return { refusal: refuse('http.invalid', { errors: error.errors }), noted: false };
  }
  const code = codeOf(error);
  if (error instanceof Error && brokenForm.test(error.message)) {
    return { refusal: refuse('http.malformedBody'), noted: false };
  }
  const known = byFastify[code];
  if (known !== undefined) return { refusal: refuse(known), noted: false };
  if (away.test(code) || (error instanceof Error && awayText.test(error.message))) {
    return { refusal: refuse('http.unavailable'), noted: true };
  }
  if (/^22...$/.test(code)) return { refusal: refuse('http.value'), noted: true };
  const status = (error as Partial<FastifyError>).statusCode;
  const byNumber = status === undefined ? undefined : byStatus[status];
  return byNumber === undefined
    ? { refusal: refuse('http.internal'), noted: true }
    : { refusal: refuse(byNumber), noted: false };
}
