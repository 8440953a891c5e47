import { parseFollowCode } from '@gezhi/domain/cases/index';
import { html } from './html.ts';
import type { Drawing, Page } from './page.ts';
import { field } from './pieces.ts';
import type { Say } from './voice.ts';

/** The page for finding one's report by its follow code. */
export function findPage({ say }: Drawing, typed: string, mistake: string | undefined): Page {
  const title = say('resident.find.title');
  const main = html`
    <h1>${title}</h1>
    <form method="get" action="/f" class="narrow">
      ${field({
        id: 'code',
        label: say('resident.find.code'),
        value: typed,
        hint: say('resident.find.hint'),
        mistake,
        most: 60,
        required: true,
        mode: { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', class: 'code-input' },
      })}
      <button type="submit" class="main">${say('resident.find.act')}</button>
    </form>`;
  return { title, main, at: 'follow', status: mistake === undefined ? 200 : 422 };
}

/** What is wrong with a code that cannot be one: how long it is, or that a character slipped. */
export function slipOf(say: Say, typed: string): string {
  const parsed = parseFollowCode(typed);
  if (parsed.ok || parsed.code !== 'followCode.length') return say('resident.find.slip');
  return say('resident.find.length', { n: typed.replaceAll(/[\s\p{P}]/gu, '').length });
}
