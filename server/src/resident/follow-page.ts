import type { FollowView } from '@gezhi/contract/cases/index';
import { isWordId } from '@gezhi/contract/words/index';
import { placeLine } from '@gezhi/domain/places/index';
import { exactTime } from './exact-time.ts';
import { actionsPart, type Tried } from './follow-actions.ts';
import { stateSentence } from './follow-sentence.ts';
import { stepsOf } from './follow-steps.ts';
import { headingOf } from './heading.ts';
import { type Html, html } from './html.ts';
import type { Drawing, Page } from './page.ts';
import { mistakeList, photoRow } from './pieces.ts';
import { ratedPart } from './rated-part.ts';

/** A followed case with what just happened to it. */
export interface Followed {
  readonly view: FollowView;
  /** Follow code in normal form: part of the address. */
  readonly code: string;
  /** The command that was just carried out. */
  readonly done: string | undefined;
  /** A command that was refused, with what was typed. */
  readonly tried: Tried | undefined;
  readonly newKey: () => string;
}

/** Where a report stands: the sentence, the line of steps, what can be done, the history, the photos. */
export function followPage(drawing: Drawing, followed: Followed): Page {
  const { say } = drawing;
  const { view, code, tried } = followed;
  const title = headingOf(view);
  const query = `?county=${view.county}&code=${code}`;
  const mistakes = tried?.mistakes ?? {};
  const main = html`
    ${doneNote(drawing, followed.done)}
    ${mistakeList(say, mistakes)}
    <p class="hint figures">${say('resident.follow.number', { number: view.number, category: view.category.name })}</p>
    <h1>${title}</h1>
    <p class="sentence">${stateSentence(drawing, view)}</p>
    ${view.mergedInto === undefined ? null : html`<p>${say('resident.follow.mergedInto', { number: view.mergedInto })}</p>`}
    ${view.reason === undefined ? null : html`<p>${say('resident.follow.reason', { reason: view.reason })}</p>`}
    ${stepLine(drawing, view)}
    ${view.supporters === 0 ? null : html`<p>${say('resident.follow.supporters', { n: view.supporters })}</p>`}
    ${ratedPart(drawing, followed)}
    ${actionsPart(drawing, followed)}
    <section>
      <h2>${say('resident.follow.mine')}</h2>
      ${
        view.description === ''
          ? html`<p class="hint">${say('resident.follow.noWords')}</p>`
          : html`<p class="said">${view.description}</p>`
      }
      ${photoRow(say, view.photos, query)}
      <p class="hint">
        ${placeLine(view.area.name, view.address)}<br />
        ${say('resident.near.reported', { time: exactTime(Date.parse(view.reportedAt), drawing.locale) })}
      </p>
    </section>
    <section>
      <h2>${say('resident.follow.history')}</h2>
      <ol class="history">${view.history.toReversed().map((line) => historyLine(drawing, line, query))}</ol>
    </section>`;
  return { title, main, at: 'follow', status: tried === undefined ? 200 : 422 };
}

function doneNote({ say }: Drawing, done: string | undefined): Html {
  const id = `resident.follow.done.${done ?? ''}`;
  const known = (['note', 'rate', 'raiseAgain', 'askReopening', 'appeal', 'withdraw'] as const).find(
    (one) => one === done,
  );
  return known !== undefined && isWordId(id)
    ? html`<p class="note" role="status">${say(`resident.follow.done.${known}`)}</p>`
    : null;
}

function stepLine({ say }: Drawing, view: FollowView): Html {
  return html`<ol class="steps" aria-label=${say('resident.follow.steps')}>
    ${stepsOf(view).map(({ step, is }) => {
      const name = say(`resident.follow.step.${step}`);
      const read = is === 'ahead' ? name : say(`resident.follow.step.${is}`, { step: name });
      return html`<li class=${`is-${is}`} aria-current=${is === 'now' ? 'step' : null}>
        <span class="sr-only">${read}</span><span aria-hidden="true">${name}</span>
      </li>`;
    })}
  </ol>`;
}

function historyLine(drawing: Drawing, line: FollowView['history'][number], query: string): Html {
  const { say, locale } = drawing;
  const why = (line.reasons ?? []).map((reason) => say(`resident.follow.why.${reason}`)).join(say('case.comma'));
  return html`<li>
    <p>${didWords(say, line)}</p>
    ${why === '' ? null : html`<p class="hint">${say('resident.follow.why', { why })}</p>`}
    <p class="hint"><time datetime=${line.at}>${exactTime(Date.parse(line.at), locale)}</time></p>
    ${line.text === undefined || line.text === '' ? null : html`<p class="said">${line.text}</p>`}
    ${line.type === 'reported' ? null : photoRow(say, line.photos, query)}
  </li>`;
}

const withBody = [
  'dispatched',
  'assignedToDesk',
  'summoned',
  'reopeningAsked',
  'reopeningUpheld',
  'reopeningRefused',
  'appealAsked',
  'appealUpheld',
  'appealRefused',
  'supervisionOrdered',
  'supervisionAnswered',
] as const;
const plain = [
  'reported',
  'accepted',
  'rejected',
  'acknowledged',
  'reportedIn',
  'contacted',
  'noted',
  'workOrderFinished',
  'solvedOnTheSpot',
  'handled',
  'verified',
  'verificationFailed',
  'closed',
  'deferred',
  'resumed',
  'extended',
  'reopened',
  'withdrawn',
  'rated',
  'raisedAgain',
  'merged',
  'unmerged',
  'split',
  'escalated',
] as const;

/** What a line of the history says. A type that is new to this page shows as a note, never not at all. */
function didWords(say: Drawing['say'], { type, by }: FollowView['history'][number]): string {
  const named = withBody.find((one) => one === type);
  if (named !== undefined) return say(`resident.follow.did.${named}`, { by: by ?? '' });
  return say(`resident.follow.did.${plain.find((one) => one === type) ?? 'noted'}`);
}
