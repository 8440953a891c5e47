import type { Locale } from '@gezhi/contract/words/index';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { asked } from '../http/index.ts';
import type { Assets } from './assets.ts';
import { exactTime } from './exact-time.ts';
import { type Html, html } from './html.ts';
import { type ElderSize, lookBar, sizeOf } from './look.ts';
import { type Say, voiceOf } from './voice.ts';

/** What every page of the residents needs to be drawn. */
export interface Drawing {
  readonly locale: Locale;
  readonly say: Say;
  /** Program's time, epoch ms. */
  readonly now: number;
  readonly assets: Assets;
  /** Whether the program's clock can be set: then every page says what it shows. */
  readonly settableClock: boolean;
  readonly demo: boolean;
  /** Size of the text in the elder mode; undefined outside it. */
  readonly size: ElderSize | undefined;
  /** Address of the page, to come back to. */
  readonly here: string;
}

/** What the pages are drawn with, known when the server starts. */
export interface DrawingDeps {
  readonly clock: { now(): number };
  readonly config: { readonly clock: 'real' | 'settable'; readonly demo: boolean };
  readonly assets: Assets;
}

export function drawingOf({ clock, config, assets }: DrawingDeps, request: FastifyRequest): Drawing {
  const { locale } = asked(request);
  return {
    locale,
    say: voiceOf(locale),
    now: clock.now(),
    assets,
    settableClock: config.clock === 'settable',
    demo: config.demo,
    size: sizeOf(request),
    here: request.url,
  };
}

/** A page: its name, what it holds, and which of the pages above it is. */
export interface Page {
  readonly title: string;
  readonly main: Html;
  readonly at?: 'report' | 'follow' | 'map';
  readonly status?: number;
}

/** Answers with a page. Nothing of it is kept by caches: it may hold a follow code. */
export async function sendPage(reply: FastifyReply, drawing: Drawing, page: Page): Promise<void> {
  await reply
    .code(page.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language, cookie')
    .serializer((body: string) => body)
    .send(`<!doctype html>${renderToString(documentOf(drawing, page) as VNode)}`);
}

function documentOf(drawing: Drawing, { title, main, at }: Page): Html {
  const { locale, say, now, assets, settableClock, size } = drawing;
  return html`<html lang=${locale} class=${size === undefined ? null : `elder size-${size}`}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <title>${say('resident.titleWithName', { title })}</title>
      <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      ${assets.styles.map((href) => html`<link rel="stylesheet" href=${href} />`)}
      ${assets.modules.map((href) => html`<link rel="modulepreload" href=${href} />`)}
      ${assets.script === undefined ? null : html`<script type="module" src=${assets.script}></script>`}
    </head>
    <body>
      <a class="skip" href="#main">${say('resident.skip')}</a>
      ${settableClock && html`<p class="demo-clock">${say('resident.clock', { time: exactTime(now, locale) })}</p>`}
      <header class="top">
        <a class="brand" href="/"><img src="/mark.svg" alt="" width="32" height="32" />${say('resident.name')}</a>
        ${lookBar(drawing)}
        <nav aria-label=${say('resident.nav')}>
          ${tab('/r', say('resident.nav.report'), at === 'report')}
          ${tab('/f', say('resident.nav.follow'), at === 'follow')}
          ${tab('/map', say('resident.nav.map'), at === 'map')}
        </nav>
      </header>
      <main id="main">${main}</main>
    </body>
  </html>`;
}

const tab = (href: string, name: string, here: boolean): Html =>
  html`<a href=${href} aria-current=${here ? 'page' : null}>${name}</a>`;
