import { type Locale, say } from '@gezhi/contract/words/index';
import { passwordLength } from '@gezhi/domain/access/index';
import { html } from 'htm/preact';
import type { Refusal } from '../../refusal.ts';
import { field, wrongPiece } from './layout.ts';

/** What was typed into the form, to be shown again. */
export type Typed = Readonly<
  Partial<Record<'token' | 'code' | 'county' | 'lon' | 'lat' | 'person' | 'username', string>>
>;

/** The form for the county and its first administrator. */
export function setUpForm(
  locale: Locale,
  given: { readonly typed: Typed; readonly wrong?: Pick<Refusal, 'code' | 'params'> | undefined },
) {
  const { typed, wrong } = given;
  const was = (key: keyof Typed) => (typed[key] === undefined ? {} : { value: typed[key] });
  return html`${wrongPiece(locale, wrong)}
    <form method="post" action="/setup">
      ${field({ id: 'token', label: say(locale, 'entry.setup.token'), autocomplete: 'off', hint: say(locale, 'entry.setup.hint'), focus: true, ...was('token') })}
      <fieldset>
        <legend>${say(locale, 'access.setup.county')}</legend>
        ${field({ id: 'code', label: say(locale, 'entry.setup.code'), autocomplete: 'off', inputmode: 'numeric', ...was('code') })}
        ${field({ id: 'county', label: say(locale, 'entry.setup.name'), autocomplete: 'off', ...was('county') })}
        ${field({ id: 'lon', label: say(locale, 'entry.setup.lon'), autocomplete: 'off', inputmode: 'decimal', ...was('lon') })}
        ${field({ id: 'lat', label: say(locale, 'entry.setup.lat'), autocomplete: 'off', inputmode: 'decimal', ...was('lat') })}
      </fieldset>
      <fieldset>
        <legend>${say(locale, 'access.setup.administrator')}</legend>
        ${field({ id: 'person', label: say(locale, 'entry.setup.person'), autocomplete: 'name', ...was('person') })}
        ${field({ id: 'username', label: say(locale, 'entry.signIn.username'), autocomplete: 'username', ...was('username') })}
        ${field({ id: 'password', label: say(locale, 'entry.password.new'), type: 'password', autocomplete: 'new-password', hint: say(locale, 'entry.password.rule', { n: passwordLength.least }) })}
      </fieldset>
      <button>${say(locale, 'entry.setup.act')}</button>
    </form>`;
}
