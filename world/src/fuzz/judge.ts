import type { Route } from '@gezhi/contract/route';
import { problem } from '@gezhi/contract/shapes';
import { isWordId } from '@gezhi/contract/words/index';
import type { Answer } from './send.ts';

function problemIn(answer: Answer): { code: string; status: number } | undefined {
  if (!answer.type.startsWith('application/problem+json')) return undefined;
  try {
    return problem.parse(JSON.parse(answer.text));
  } catch {
    return undefined;
  }
}

/** What is wrong with an answer; undefined where nothing is. */
export function faultOf(route: Route, { status, type, text, ...rest }: Answer): string | undefined {
  if (status >= 500) return `${status} ${text.slice(0, 300)}`;
  if (status >= 400) {
    const said = problemIn({ status, type, text, ...rest });
    if (said === undefined) return `${status} without a problem document: ${type} ${text.slice(0, 200)}`;
    if (said.status !== status) return `${status} with a problem of ${said.status}`;
    // The database refused what the schema let through.
    if (said.code === 'http.value') return `${status} http.value: the schema lets through what the database refuses`;
    return isWordId(`problem.${said.code}`) ? undefined : `no words for ${said.code}`;
  }
  if (status < 200 || status === 304) return undefined;
  if (route.answer === undefined || !type.startsWith('application/json')) return undefined;
  const read = route.answer.safeParse(JSON.parse(text));
  return read.success ? undefined : `an answer that is not the contract's: ${read.error.message.slice(0, 200)}`;
}
