import type { FollowView } from '@gezhi/contract/cases/index';
import { type Html, html } from './html.ts';
import type { Drawing } from './page.ts';
import { photoPart } from './photo-part.ts';
import { choice, field, hidden, type Mistakes } from './pieces.ts';

/** What the holder of a follow code may do; the API says which of them now. */
export const reporterActions = ['rate', 'note', 'raiseAgain', 'askReopening', 'appeal', 'withdraw'] as const;
export type ReporterAction = (typeof reporterActions)[number];

/** A command that was refused: what was typed comes back. */
export interface Tried {
  readonly action: ReporterAction;
  readonly mistakes: Mistakes;
  readonly texts: Readonly<Record<string, string>>;
  readonly photos: readonly string[];
}

interface ActionParts {
  readonly view: FollowView;
  readonly code: string;
  readonly tried: Tried | undefined;
  readonly newKey: () => string;
}

/** The ways on: the rating open, the rest folded, the likely one first. */
export function actionsPart(drawing: Drawing, parts: ActionParts): Html {
  const can = reporterActions.filter((action) => parts.view.commands.includes(action));
  if (can.length === 0) return null;
  return html`<section class="actions">
    <h2>${drawing.say('resident.follow.actions')}</h2>
    ${can.map((action) => oneAction(drawing, action, parts))}
  </section>`;
}

function oneAction(drawing: Drawing, action: ReporterAction, parts: ActionParts): Html {
  const { view, code, tried, newKey } = parts;
  const mine = tried?.action === action ? tried : undefined;
  // Only a first rating is sent with the third tap: who changes one wants to look it over.
  const first = action === 'rate' && view.rating?.from !== 'reporter';
  const open = mine !== undefined || first;
  return html`<details class="action" open=${open} id=${action}>
    <summary>${nameOf(drawing, action, view)}</summary>
    <form method="post" action=${`/f/${code}`} enctype="multipart/form-data" data-sending=${drawing.say('resident.form.sending')} data-waiting=${drawing.say('resident.form.waiting')} data-rate=${first ? '' : null} novalidate>
      ${hidden([
        ['action', action],
        ['key', newKey()],
      ])}
      ${fieldsOf[action](drawing, mine, view)}
      <button type="submit" class="main">${drawing.say(`resident.follow.${action}.act`)}</button>
    </form>
  </details>`;
}

function nameOf({ say }: Drawing, action: ReporterAction, view: FollowView): string {
  if (action === 'rate' && view.rating?.from === 'reporter') return say('resident.follow.rate.again');
  return say(`resident.follow.${action}`);
}

type FieldsOf = (drawing: Drawing, tried: Tried | undefined, view: FollowView) => Html;

/** The id of a field of an action; several forms stand on one page. */
export const fieldId = (action: ReporterAction, name: string): string => `${action}-${name}`;

interface TextParts {
  readonly label: string;
  readonly optional?: string;
  readonly hint?: string;
}

function text(
  action: ReporterAction,
  name: 'text' | 'reason' | 'words',
  tried: Tried | undefined,
  parts: TextParts,
): Html {
  const id = fieldId(action, name);
  const most = name === 'reason' ? 1000 : 2000;
  return field({ id, name, value: tried?.texts[name] ?? '', mistake: tried?.mistakes[id], rows: 3, most, ...parts });
}

const fieldsOf: Readonly<Record<ReporterAction, FieldsOf>> = {
  rate: ({ say }, refused, view) => {
    const tried = refused ?? givenBefore(view);
    return html`
    ${question(
      'answered',
      say('resident.follow.rate.answered'),
      (['yes', 'no'] as const).map((one) => [one, say(`resident.follow.rate.answered.${one}`)]),
      tried,
    )}
    ${question(
      'solved',
      say('resident.follow.rate.solved'),
      (['yes', 'partly', 'no'] as const).map((one) => [one, say(`case.solved.${one}`)]),
      tried,
    )}
    ${question(
      'satisfied',
      say('resident.follow.rate.satisfied'),
      (['very', 'fairly', 'no'] as const).map((one) => [one, say(`case.satisfied.${one}`)]),
      tried,
    )}
    ${text('rate', 'words', tried, { label: say('resident.follow.rate.words'), optional: say('resident.form.optional') })}`;
  },
  note: (drawing, tried, view) => html`
    ${text('note', 'text', tried, { label: drawing.say('resident.follow.note.text') })}
    ${photoPart(drawing, tried?.photos ?? [], view.county, tried?.mistakes['photos'])}`,
  raiseAgain: ({ say }, tried) =>
    text('raiseAgain', 'text', tried, {
      label: say('resident.follow.raiseAgain.text'),
      hint: say('resident.follow.raiseAgain.hint'),
    }),
  askReopening: ({ say }, tried) =>
    text('askReopening', 'reason', tried, { label: say('resident.follow.askReopening.reason') }),
  appeal: ({ say }, tried) => text('appeal', 'reason', tried, { label: say('resident.follow.appeal.reason') }),
  withdraw: ({ say }, tried) =>
    text('withdraw', 'reason', tried, {
      label: say('resident.follow.withdraw.reason'),
      optional: say('resident.form.optional'),
    }),
};

/** What was chosen the last time, to be changed. */
function givenBefore({ rating }: FollowView): Tried | undefined {
  if (rating === undefined || rating.from !== 'reporter') return undefined;
  const { solved, satisfied, words = '' } = rating;
  const texts = { answered: rating.answered ? 'yes' : 'no', solved, satisfied, words };
  return { action: 'rate', mistakes: {}, texts, photos: [] };
}

function question(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  tried: Tried | undefined,
): Html {
  const id = fieldId('rate', name);
  const mistake = tried?.mistakes[id];
  const picks = options.map(([value, word]) => ({ value, label: word }));
  return html`<fieldset id=${id}>
    <legend>${label}</legend>
    ${mistake === undefined ? null : html`<p class="mistake">${mistake}</p>`}
    ${choice(name, picks, tried?.texts[name], { required: true })}
  </fieldset>`;
}
