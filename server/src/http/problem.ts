import { isWordId, type Locale, sayData, type WordId } from '@gezhi/contract/words/index';
import type { FieldError, Refusal } from '../refusal.ts';
import { statusOf } from './statuses.ts';

/** RFC 9457 problem document; its schema is `problem` of the contract. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

/** What a problem is about: which request, in which language to say it. */
export interface Asked {
  readonly requestId: string;
  readonly locale: Locale;
}

type Values = Readonly<Record<string, string | number>>;

function firstKnown(ids: readonly string[]): WordId {
  return ids.find(isWordId) ?? 'problem.http.internal';
}

/** The sentence for a refusal's code: `problem.<code>`, else that of its status. */
function sentence(code: string, status: number, locale: Locale, values: Values): string {
  return sayData(locale, firstKnown([`problem.${code}`, `problem.status.${status}`]), values);
}

function fieldSentence(error: FieldError, locale: Locale): string {
  const ids = [`problem.field.${error.code}`, `problem.${error.code}`, 'problem.field.invalid'];
  return sayData(locale, firstKnown(ids), error.params ?? {});
}

/** The problem document of a refusal. */
export function problemOf(refusal: Pick<Refusal, 'code' | 'params' | 'errors'>, asked: Asked): Problem {
  const status = statusOf(refusal.code);
  const errors = refusal.errors?.map((error) => ({
    path: error.path,
    code: error.code,
    message: fieldSentence(error, asked.locale),
  }));
  return {
    type: `urn:gezhi:problem:${refusal.code}`,
    title: sayData(asked.locale, firstKnown([`problem.status.${status}`]), {}),
    status,
    code: refusal.code,
    detail: sentence(refusal.code, status, asked.locale, refusal.params ?? {}),
    // The path may hold a follow code, so the request is named by its id.
    instance: `urn:uuid:${asked.requestId}`,
    requestId: asked.requestId,
    ...(errors === undefined ? {} : { errors }),
  };
}
