/** Codes whose status does not follow from their ending. */
const exact: Readonly<Record<string, number>> = {
  'http.internal': 500,
  'http.unavailable': 503,
  'http.malformedBody': 400,
  'http.malformedText': 400,
  'http.tooDeep': 400,
  'http.badAddress': 400,
  'http.unreadable': 400,
  'http.tooSlow': 408,
  'http.headersTooLarge': 431,
  'http.tooLarge': 413,
  'http.mediaType': 415,
  'http.foreignSite': 403,
  'http.idempotencyKeyReused': 422,
  'http.cursor': 400,
  'http.ifMatchMissing': 428,
  'http.value': 422,
  'web.notBuilt': 503,
  'signIn.wrong': 401,
  'signIn.expired': 401,
  'secondFactor.wrong': 401,
  'secondFactor.used': 401,
  'password.short': 422,
  'password.long': 422,
  'password.likeUsername': 422,
  'password.common': 422,
  'post.nowhere': 422,
  'post.endsBeforeItBegins': 422,
  'duty.endsBeforeItBegins': 422,
  'duty.tooLong': 422,
  'membership.nobody': 422,
  'membership.ofItself': 422,
  'membership.endsBeforeItBegins': 422,
  'leave.endsBeforeItBegins': 422,
  'leave.tooLong': 422,
  'leave.ownDeputy': 422,
  'organisation.intoItself': 422,
  'handOver.doubled': 422,
  'handOver.missing': 422,
  'handOver.mustBeTaken': 422,
};

/** What the last part of a code says of its status; a refusal by the state of things is a conflict. */
const byEnding: Readonly<Record<string, number>> = {
  signInFirst: 401,
  forbidden: 403,
  notFound: 404,
  gone: 410,
  stale: 412,
  invalid: 422,
  unknown: 422,
  tooMany: 429,
};

/**
 * HTTP status of a problem code, the one table for all nouns. By ending: `x.signInFirst` 401, `x.forbidden` 403,
 * `x.notFound` 404, `x.gone` 410, `x.stale` 412, `x.invalid` and `x.unknown` 422, `x.tooMany` 429; anything else 409.
 */
export function statusOf(code: string): number {
  return exact[code] ?? byEnding[code.slice(code.lastIndexOf('.') + 1)] ?? 409;
}
