import type { caseRoutes } from '@gezhi/contract/cases/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { exactTime } from './exact-time.ts';
import { type Html, html } from './html.ts';
import { mapControls } from './map-controls.ts';
import type { Drawing, Page } from './page.ts';
import { hidden } from './pieces.ts';

export type PublicCase = AnswerOf<typeof caseRoutes.publicMap>['rows'][number];

/** An open matter with the name of the area it is in. */
export interface PublicRow {
  readonly row: PublicCase;
  readonly area: string;
}

const mostListed = 100;

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** Open matters: the list, and by script the map of the same. */
export function mapPage(
  drawing: Drawing,
  county: string | undefined,
  rows: readonly PublicRow[],
  newKey: () => string,
): Page {
  const { say } = drawing;
  const title = say('resident.map.title');
  const newest = rows.toSorted((a, b) => (a.row.reportedAt < b.row.reportedAt ? 1 : -1)).slice(0, mostListed);
  const points = rows.flatMap(({ row: { point, id } }) => (point === undefined ? [] : [[...point.map(rounded), id]]));
  const without = rows.length - points.length;
  const words = {
    ...mapControls(say, say('resident.map.label')),
    show: say('resident.map.show'),
    broken: say('ui.map.broken'),
  };
  const main = html`
    <h1>${title}</h1>
    <p class="lead">${say('resident.map.lead')}</p>
    ${points.length === 0 ? null : html`<div data-map=${JSON.stringify(words)} data-points=${JSON.stringify(points)} data-county=${county ?? ''}></div>`}
    ${
      rows.length === 0
        ? html`<p class="empty">${say('resident.map.empty')}</p>`
        : html`<p class="hint">
            ${say('resident.map.count', { n: rows.length })}${rows.length > mostListed ? say('case.comma') + say('resident.map.more', { n: mostListed }) : ''}${without === 0 ? '' : say('case.comma') + say('resident.map.without', { n: without })}
          </p>`
    }
    <ul class="cards">${newest.map((one) => card(drawing, one, newKey()))}</ul>`;
  return { title, main, at: 'map' };
}

function card({ say, locale }: Drawing, { row, area }: PublicRow, key: string): Html {
  const facts = [
    say('resident.near.reported', { time: exactTime(Date.parse(row.reportedAt), locale) }),
    ...(row.supporters === 0 ? [] : [say('resident.near.supporters', { n: row.supporters })]),
  ];
  return html`<li class="card" id=${row.id}>
    <p class="card-title">${row.category.name}<span class="state">${say(`resident.state.${row.state}`)}</span></p>
    <p class="hint">${[area, ...facts].filter((fact) => fact !== '').join(' · ')}</p>
    <form method="post" action=${`/me-too/${row.id}`}>
      ${hidden([['key', key]])}
      <button type="submit">${say('case.command.support')}</button>
    </form>
  </li>`;
}
