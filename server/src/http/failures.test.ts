import { describe, expect, it } from 'vitest';
import { failureOf } from './failures.ts';
import { InvalidRequest } from './invalid-request.ts';
import { statusOf } from './statuses.ts';

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('a failure', () => {
  it.each([
    ['a body that does not fit', new InvalidRequest([]), 'http.invalid', false],
    ['broken JSON', withCode('FST_ERR_CTP_INVALID_JSON_BODY'), 'http.malformedBody', false],
    ['a database that is away', withCode('ECONNREFUSED'), 'http.unavailable', true],
    ['a database that is stopping', withCode('57P01'), 'http.unavailable', true],
    ['a connection that broke', new Error('Connection terminated unexpectedly'), 'http.unavailable', true],
    [
      'a connection that is no more',
      new Error('Client has encountered a connection error and is not queryable'),
      'http.unavailable',
      true,
    ],
    ['no free connection', new Error('timeout exceeded when trying to connect'), 'http.unavailable', true],
    ['a number no column holds', withCode('22003'), 'http.value', true],
    ['too many requests', Object.assign(new Error('x'), { statusCode: 429 }), 'http.tooMany', false],
    ['a mistake of ours', new TypeError('x is not a function'), 'http.internal', true],
    ['something thrown that is no error', 'text', 'http.internal', true],
    ['a broken rule of the schema', withCode('23505'), 'http.internal', true],
  ])('%s', (_what, error, code, noted) => {
    expect(failureOf(error)).toMatchObject({ refusal: { code }, noted });
  });
});

describe('the status of a code', () => {
  it('follows from its ending, unless the table says otherwise', () => {
    expect(['a.notFound', 'a.forbidden', 'a.gone', 'a.stale', 'a.invalid', 'a.tooMany'].map(statusOf)).toEqual([
      404, 403, 410, 412, 422, 429,
    ]);
    expect(statusOf('case.alreadyClosed')).toBe(409);
    expect(statusOf('http.unavailable')).toBe(503);
  });
});
