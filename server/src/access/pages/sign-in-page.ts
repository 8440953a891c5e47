import { type Locale, say } from '@gezhi/contract/words/index';
import { html } from 'htm/preact';
import type { Refusal } from '../../refusal.ts';
import { field, wrongPiece } from './layout.ts';

type Wrong = Pick<Refusal, 'code' | 'params'> | undefined;

/** The form for name and password. */
export function signInForm(
  locale: Locale,
  given: { readonly next: string; readonly username?: string; readonly wrong?: Wrong; readonly notice?: string },
) {
  const { next, username, wrong, notice } = given;
  return html`${notice === undefined ? null : html`<p role="status">${notice}</p>`} ${wrongPiece(locale, wrong)}
    <form method="post" action="/sign-in">
      <input type="hidden" name="next" value=${next} />
      ${field({
        id: 'username',
        label: say(locale, 'entry.signIn.username'),
        autocomplete: 'username',
        focus: username === undefined,
        ...(username === undefined ? {} : { value: username }),
      })}
      ${field({
        id: 'password',
        label: say(locale, 'entry.signIn.password'),
        type: 'password',
        autocomplete: 'current-password',
        focus: username !== undefined,
      })}
      <button>${say(locale, 'entry.signIn.act')}</button>
    </form>
    <p class="after"><a href="/forgot">${say(locale, 'access.forgot.link')}</a></p>`;
}

/** The form for the second step. */
export function codeForm(locale: Locale, given: { readonly next: string; readonly wrong?: Wrong }) {
  return html`${wrongPiece(locale, given.wrong)}
    <form method="post" action="/sign-in/code">
      <input type="hidden" name="next" value=${given.next} />
      ${field({
        id: 'code',
        label: say(locale, 'entry.code.label'),
        autocomplete: 'one-time-code',
        hint: say(locale, 'entry.code.hint'),
        focus: true,
      })}
      <button>${say(locale, 'entry.code.act')}</button>
    </form>
    <p class="after"><a href="/sign-in">${say(locale, 'entry.code.back')}</a></p>`;
}

/** The form for a forgotten password. */
export function forgotForm(locale: Locale) {
  return html`<p class="soft">${say(locale, 'entry.forgot.hint')}</p>
    <form method="post" action="/forgot">
      ${field({ id: 'username', label: say(locale, 'entry.signIn.username'), autocomplete: 'username', focus: true })}
      <button>${say(locale, 'entry.forgot.act')}</button>
    </form>`;
}

/** The form behind a one-time link. */
export function passwordForm(
  locale: Locale,
  given: { readonly action: string; readonly username: string; readonly least: number; readonly wrong?: Wrong },
) {
  return html`${wrongPiece(locale, given.wrong)}
    <p>${say(locale, 'entry.link.username', { username: given.username })}</p>
    <form method="post" action=${given.action}>
      <input type="hidden" name="username" value=${given.username} autocomplete="username" />
      ${field({
        id: 'password',
        label: say(locale, 'entry.password.new'),
        type: 'password',
        autocomplete: 'new-password',
        hint: say(locale, 'entry.password.rule', { n: given.least }),
        focus: true,
      })}
      ${field({ id: 'again', label: say(locale, 'entry.password.again'), type: 'password', autocomplete: 'new-password' })}
      <button>${say(locale, 'entry.password.set')}</button>
    </form>`;
}
