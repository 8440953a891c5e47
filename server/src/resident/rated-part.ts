import { type Html, html } from './html.ts';
import type { Followed } from './follow-page.ts';
import { fieldId } from './follow-actions.ts';
import type { Drawing } from './page.ts';
import { field, hidden } from './pieces.ts';

/** The rating that was given, all three taps of it, and room for a word more: the third tap has sent the rating already. */
export function ratedPart({ say }: Drawing, { view, code, tried, newKey }: Followed): Html {
  const { rating } = view;
  if (rating === undefined || rating.from !== 'reporter') return null;
  const words = [
    say(rating.answered ? 'resident.follow.rated.answered' : 'resident.follow.rated.unanswered'),
    say(`case.solved.${rating.solved}`),
    say(`case.satisfied.${rating.satisfied}`),
  ].join(say('case.comma'));
  return html`<section class="rated">
    <p>${say('resident.follow.rated', { words })}</p>
    ${rating.words === undefined ? null : html`<p class="said">${say('resident.follow.rated.words', { words: rating.words })}</p>`}
    ${
      rating.words !== undefined || !view.commands.includes('rate') || tried?.action === 'rate'
        ? null
        : html`<form method="post" action=${`/f/${code}`} data-sending=${say('resident.form.sending')} novalidate>
            ${hidden([
              ['action', 'rate'],
              ['key', newKey()],
              ['answered', rating.answered ? 'yes' : 'no'],
              ['solved', rating.solved],
              ['satisfied', rating.satisfied],
            ])}
            ${field({
              id: fieldId('rate', 'more'),
              name: 'words',
              label: say('resident.follow.rate.say'),
              optional: say('resident.form.optional'),
              value: '',
              rows: 2,
              most: 2000,
            })}
            <button type="submit">${say('resident.follow.rate.say.act')}</button>
          </form>`
    }
  </section>`;
}
