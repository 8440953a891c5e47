import { type Locale, say, sayNamed } from '@gezhi/contract/words/index';
import { responsibilityRanks } from '@gezhi/domain/registers/index';
import { html } from 'htm/preact';
import { renderToString } from 'preact-render-to-string';

/** One line of a chart: who, for what. */
export interface ChartLine {
  readonly who: string;
  readonly note: string;
  readonly what: string;
  readonly where: string;
}

/** What a chart shows. */
export interface Chart {
  readonly name: string;
  readonly code: string;
  /** Names above, the county first. */
  readonly above: readonly string[];
  /** Day of printing, as people write it. */
  readonly day: string;
  /** Who holds a post at the area itself. */
  readonly posts: readonly { readonly role: string; readonly names: readonly string[] }[];
  /** By rank. */
  readonly ranks: Readonly<Record<string, readonly ChartLine[]>>;
  readonly anchors: readonly { readonly name: string; readonly head: string; readonly households: number }[];
}

const style = `
@page { size: A4; margin: 14mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 10.5pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #111; background: #eee; }
main { max-width: 190mm; margin: 6mm auto; padding: 12mm; background: #fff; }
header { border-bottom: 2px solid #111; padding-bottom: 3mm; margin-bottom: 5mm; }
h1 { margin: 0; font-size: 20pt; line-height: 1.3; }
h2 { margin: 6mm 0 2mm; font-size: 13pt; break-after: avoid; }
.small { color: #444; font-size: 9.5pt; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #777; padding: 1.5mm 2.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th[scope=row] { width: 40mm; }
th { background: #f0eee8; font-weight: 600; white-space: nowrap; }
tr { break-inside: avoid; }
.figure { text-align: right; }
.first td:first-child { font-weight: 700; }
@media (max-width: 600px) { main { margin: 0; padding: 5mm; } }
@media print { body { background: none; } main { margin: 0; padding: 0; max-width: none; } }
`;

/** The responsibility chart of an area as a page to print, A4. */
export function chartPage(chart: Chart, nonce: string, locale: Locale): string {
  const title = say(locale, 'registers.chart.title', { name: chart.name });
  const page = html`<html lang=${locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title}</title>
      <style nonce=${nonce} dangerouslySetInnerHTML=${{ __html: style }}></style>
    </head>
    <body>
      <main>
        <header>
          <div class="small">${chart.above.join(' › ')}</div>
          <h1>${title}</h1>
          <div class="small">${say(locale, 'registers.chart.made', { code: chart.code, day: chart.day })}</div>
        </header>
        ${posts(chart, locale)}
        ${responsibilityRanks.map((rank) => ranked(rank, chart.ranks[rank] ?? [], locale))}
        ${anchors(chart, locale)}
      </main>
    </body>
  </html>`;
  return `<!doctype html>${renderToString(page)}`;
}

function posts(chart: Chart, locale: Locale) {
  return html`<section>
    <h2>${say(locale, 'registers.chart.posts')}</h2>
    ${
      chart.posts.length === 0
        ? html`<p class="small">${say(locale, 'registers.chart.nobody')}</p>`
        : html`<table><tbody>
          ${chart.posts.map(({ role, names }) => html`<tr><th scope="row">${role}</th><td>${names.join(say(locale, 'ui.and'))}</td></tr>`)}
        </tbody></table>`
    }
  </section>`;
}

function ranked(rank: string, lines: readonly ChartLine[], locale: Locale) {
  return html`<section class=${rank === 'first' ? 'first' : ''}>
    <h2>${sayNamed(locale, `registers.choice.rank.${rank}`, rank)}</h2>
    ${
      lines.length === 0
        ? html`<p class="small">${say(locale, 'registers.chart.nobody')}</p>`
        : html`<div class="scroll"><table>
          <thead><tr>
            <th>${say(locale, 'registers.chart.who')}</th>
            <th>${say(locale, 'registers.chart.where')}</th>
            <th>${say(locale, 'registers.chart.what')}</th>
          </tr></thead>
          <tbody>
            ${lines.map(
              (line) => html`<tr>
                <td>${line.who}<div class="small">${line.note}</div></td>
                <td>${line.where}</td>
                <td>${line.what}</td>
              </tr>`,
            )}
          </tbody>
        </table></div>`
    }
  </section>`;
}

function anchors(chart: Chart, locale: Locale) {
  if (chart.anchors.length === 0) return null;
  return html`<section>
    <h2>${say(locale, 'registers.chart.anchors')}</h2>
    <div class="scroll"><table>
      <thead><tr>
        <th>${say(locale, 'registers.field.name')}</th>
        <th>${say(locale, 'registers.chart.head')}</th>
        <th>${say(locale, 'registers.looksAfter')}</th>
      </tr></thead>
      <tbody>
        ${chart.anchors.map(
          ({ name, head, households }) =>
            html`<tr><td>${name}</td><td>${head}</td><td class="figure">${households}</td></tr>`,
        )}
      </tbody>
    </table></div>
  </section>`;
}
