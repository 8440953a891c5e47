import type { AnswerOf, BodyInputOf, ParamsOf, QueryInputOf, Route } from '@gezhi/contract/route';

/** A problem document that the API answered with. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: unknown;
  constructor(
    route: string,
    status: number,
    problem: { code?: string; detail?: string; title?: string; errors?: unknown },
  ) {
    super(
      `${route}: ${status} ${problem.code ?? ''} ${problem.detail ?? problem.title ?? ''} ${JSON.stringify(problem.errors ?? '')}`,
    );
    this.status = status;
    this.code = problem.code ?? '';
    this.problem = problem;
  }
}

/** The parts of one call. `key` is its Idempotency-Key, `ifMatch` the version last read (`*` for any). */
export interface Parts<R> {
  readonly params?: ParamsOf<R>;
  readonly query?: QueryInputOf<R>;
  readonly body?: BodyInputOf<R>;
  readonly key?: string;
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A file sent as it is, instead of a body. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** Somebody who calls the API: keeps the cookies of a session, or none. */
export interface Client {
  /** @throws Refused with the problem document of an answer that is no success */
  call<R extends Route>(route: R, parts?: Parts<R>): Promise<AnswerOf<R>>;
}

function urlOf(base: string, route: Route, parts: Parts<Route>): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((parts.params as Record<string, unknown>)[name])),
  );
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(
    (parts.query ?? {}) as Record<string, string | number | boolean | undefined>,
  )) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

/** Opens a client of a server at this address, who waits for an answer as long as told: without end where not said. */
export function openClient(base: string, { patienceMs }: { readonly patienceMs?: number } = {}): Client {
  const cookies = new Map<string, string>();
  const origin = new URL(base).origin;

  function keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  async function call<R extends Route>(route: R, parts: Parts<R> = {}): Promise<AnswerOf<R>> {
    const headers: Record<string, string> = { origin, 'accept-language': 'zh-CN', ...parts.headers };
    if (cookies.size > 0) headers['cookie'] = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (parts.key !== undefined) headers['idempotency-key'] = parts.key;
    if (parts.ifMatch !== undefined) headers['if-match'] = parts.ifMatch;
    const sent = parts.bytes ?? (parts.body === undefined ? undefined : JSON.stringify(parts.body));
    if (sent !== undefined)
      headers['content-type'] = parts.bytes === undefined ? 'application/json' : 'application/octet-stream';
    const response = await fetch(urlOf(base, route, parts), {
      method: route.method,
      headers,
      redirect: 'manual',
      ...(patienceMs !== undefined && { signal: AbortSignal.timeout(patienceMs) }),
      ...(sent !== undefined && { body: sent }),
    });
    keep(response);
    const text = await response.text();
    if (!response.ok)
      throw new Refused(
        route.name,
        response.status,
        text.startsWith('{') ? (JSON.parse(text) as object) : { title: text.slice(0, 200) },
      );
    return (text === '' ? undefined : JSON.parse(text)) as AnswerOf<R>;
  }

  return { call };
}
