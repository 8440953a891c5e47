import { say } from '@gezhi/contract/words/index';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'htm/preact';
import { renderToString } from 'preact-render-to-string';
import { asked } from './refusing.ts';
import { nonceOf } from './security.ts';

// Paper and ink; no colour that belongs to the lights.
const style = `
:root { color-scheme: light dark; --ink: #1f4e79; --text: #24221f; --soft: #605b54; --paper: #f6f5f2; --sheet: #fff; --line: #8f887d; --wrong: #24221f; }
@media (prefers-color-scheme: dark) { :root { --ink: #9cc3e6; --text: #e8e6e1; --soft: #b3aea5; --paper: #0e1726; --sheet: #16223a; --line: #6d7b93; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: start center; background: var(--paper); color: var(--text);
  font: 16px/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { width: min(26rem, 100% - 32px); margin: 12vh 0 32px; padding: 32px; background: var(--sheet); border-radius: 8px; }
h1 { margin: 0 0 20px; font-size: 22px; line-height: 1.3; }
fieldset { margin: 0 0 20px; padding: 0; border: 0; }
legend { padding: 0; margin: 0 0 8px; font-weight: 600; }
label { display: block; margin: 0 0 4px; }
input { width: 100%; min-height: 48px; margin: 0 0 16px; padding: 8px 12px; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; }
button { width: 100%; min-height: 48px; font: inherit; font-weight: 600; color: var(--sheet); background: var(--ink); border: 0; border-radius: 6px; cursor: pointer; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
a { color: var(--ink); }
p { margin: 0 0 16px; }
p.soft { color: var(--soft); }
p.wrong { padding: 12px; border: 2px solid var(--ink); border-radius: 6px; font-weight: 600; }
p.after { margin: 20px 0 0; }
.look { margin: 20px 0 0; }
.look button { width: auto; min-width: 96px; color: var(--ink); background: none; border: 1px solid var(--line); font-weight: 400; }
`;

/** A page of one sheet that needs nothing of the built web: signing in, links, what is not there. No cache keeps it. */
export async function sendPlainPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: { readonly title: string; readonly main: unknown; readonly status?: number },
): Promise<void> {
  const { locale } = asked(request);
  const document = html`<html lang=${locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${say(locale, 'access.pageTitle', { title: page.title })}</title>
      <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      <style nonce=${nonceOf(request)} dangerouslySetInnerHTML=${{ __html: style }}></style>
    </head>
    <body>
      <main>
        <h1>${page.title}</h1>
        ${page.main}
      </main>
    </body>
  </html>`;
  await reply
    .code(page.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .serializer((body: string) => body)
    .send(`<!doctype html>${renderToString(document)}`);
}
