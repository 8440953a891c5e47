import { type Locale, say } from '@gezhi/contract/words/index';
import { html } from 'htm/preact';
import { renderToString } from 'preact-render-to-string';

/** What one label shows. */
export interface Label {
  readonly name: string;
  readonly code: string;
  /** Names above, the county first. */
  readonly above: readonly string[];
  /** The QR code as SVG of our own making. */
  readonly qr: string;
  readonly link: string;
  readonly chief?: { readonly name: string; readonly phone?: string | undefined } | undefined;
}

// One label a page; on the screen they stand in a row.
const style = `
@page { size: 105mm 148mm; margin: 0; }
* { box-sizing: border-box; }
body { margin: 0; font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #111; background: #eee; }
main { display: flex; flex-wrap: wrap; gap: 4mm; padding: 4mm; }
article { width: 105mm; height: 148mm; padding: 7mm 8mm; background: #fff; display: flex; flex-direction: column; align-items: center; text-align: center; break-after: page; overflow: hidden; }
header { font-size: 11pt; line-height: 1.4; }
h1 { font-size: 22pt; line-height: 1.2; margin: 2mm 0; }
.qr { width: 62mm; height: 62mm; }
.qr svg { width: 100%; height: 100%; display: block; }
.scan { font-size: 14pt; font-weight: 700; margin: 2mm 0; }
dl { display: grid; grid-template-columns: auto auto; gap: 1mm 4mm; margin: 2mm 0; font-size: 13pt; text-align: left; }
dt { color: #444; } dd { margin: 0; font-weight: 700; }
footer { margin-top: auto; font-size: 9pt; overflow-wrap: anywhere; }
@media print { body { background: none; } main { display: block; padding: 0; } article:last-child { break-after: auto; } }
`;

/** A page of labels to print, one A6 sheet each. */
export function labelPage(labels: readonly Label[], title: string, nonce: string, locale: Locale): string {
  const page = html`<html lang=${locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${say(locale, 'places.label.title', { name: title })}</title>
      <style nonce=${nonce} dangerouslySetInnerHTML=${{ __html: style }}></style>
    </head>
    <body>
      <main>${labels.map((label) => oneLabel(label, locale))}</main>
    </body>
  </html>`;
  return `<!doctype html>${renderToString(page)}`;
}

function oneLabel(label: Label, locale: Locale) {
  const none = say(locale, 'places.label.none');
  return html`<article>
    <header>${label.above.join(' ')}</header>
    <h1>${label.name}</h1>
    <div class="qr" role="img" aria-label=${label.link} dangerouslySetInnerHTML=${{ __html: label.qr }}></div>
    <p class="scan">${say(locale, 'places.label.scan')}</p>
    <dl>
      <dt>${say(locale, 'places.label.chief')}</dt>
      <dd>${label.chief?.name ?? none}</dd>
      <dt>${say(locale, 'places.label.phone')}</dt>
      <dd>${label.chief?.phone ?? none}</dd>
    </dl>
    <footer>
      <div>${say(locale, 'places.label.code', { code: label.code })}</div>
      <div>${label.link}</div>
    </footer>
  </article>`;
}
