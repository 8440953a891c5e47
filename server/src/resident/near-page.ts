import type { AnswerOf } from '@gezhi/contract/route';
import type { caseRoutes } from '@gezhi/contract/cases/index';
import { writePlace } from './chosen-place.ts';
import { exactTime } from './exact-time.ts';
import { type Html, html } from './html.ts';
import type { Drawing, Page } from './page.ts';
import { hidden } from './pieces.ts';
import { type ReportValues, writeReport } from './report-values.ts';

export type Nearby = AnswerOf<typeof caseRoutes.nearby>['rows'][number];

/** Open matters near the place, before a new one is made. The report waits in the form, unseen. */
export function nearPage(drawing: Drawing, action: string, values: ReportValues, rows: readonly Nearby[]): Page {
  const { say } = drawing;
  const place = values.place === undefined ? '' : writePlace(values.place);
  const title = say('resident.near.title');
  const main = html`
    <h1>${title}</h1>
    <p class="lead">${say('resident.near.lead')}</p>
    <form method="post" action=${action} enctype="multipart/form-data" data-sending=${say('resident.form.sending')}>
      ${hidden(writeReport(values, place))}
      <ul class="cards">
        ${rows.map((row) => card(drawing, row))}
      </ul>
      <div class="send">
        <button type="submit" name="act" value="new" class="main">${say('resident.near.different')}</button>
        <button type="submit" name="act" value="edit" class="quiet">${say('resident.near.back')}</button>
      </div>
    </form>`;
  return { title, main, at: 'report' };
}

function card({ say, locale }: Drawing, row: Nearby): Html {
  const facts = [
    say('resident.near.metres', { n: row.metres }),
    say('resident.near.reported', { time: exactTime(Date.parse(row.reportedAt), locale) }),
    say(`resident.state.${row.state}`),
    ...(row.supporters === 0 ? [] : [say('resident.near.supporters', { n: row.supporters })]),
  ];
  return html`<li class="card">
    <p class="card-title">${row.category.name}</p>
    <p>${row.area.name}</p>
    <p class="hint">${facts.join(' · ')}</p>
    <button type="submit" name="same" value=${row.id}>${say('resident.near.same')}</button>
  </li>`;
}

/** What is said after "me too". */
export function meTooPage({ say }: Drawing, said: { readonly supporters: number; readonly told: boolean }): Page {
  const title = say('resident.meToo.title');
  const main = html`
    <h1>${title}</h1>
    <p class="lead">${said.supporters > 1 ? say('resident.meToo.said', { n: said.supporters }) : say('resident.meToo.noted')}</p>
    ${said.told && html`<p>${say('resident.meToo.told')}</p>`}
    <p class="ways">
      <a class="button" href="/map">${say('resident.nav.map')}</a>
      <a class="button" href="/r">${say('resident.sent.another')}</a>
    </p>`;
  return { title, main, at: 'report' };
}
