import { html } from './html.ts';
import type { Drawing, Page } from './page.ts';

/** The first page: report, follow, see what is open; the way in for staff below. */
export function homePage({ say }: Drawing): Page {
  const main = html`
    <h1 class="home-lead">${say('resident.home.lead')}</h1>
    <a class="button main big" href="/r">
      <span>${say('resident.home.report')}</span><small>${say('resident.home.report.hint')}</small>
    </a>
    <section>
      <h2>${say('resident.home.follow')}</h2>
      <form method="get" action="/f" class="narrow">
        <div class="field">
          <label for="code">${say('resident.find.code')}</label>
          <div class="with-button">
            <input id="code" name="code" maxlength="60" required autocomplete="off" autocapitalize="characters" spellcheck="false" class="code-input" />
            <button type="submit">${say('resident.find.act')}</button>
          </div>
        </div>
      </form>
    </section>
    <section>
      <h2>${say('resident.home.map')}</h2>
      <p class="ways">
        <a class="button" href="/map">${say('resident.nav.map')}</a>
      </p>
    </section>
    <section>
      <h2>${say('resident.home.phone')}</h2>
      <p class="ways">
        <a href="/phone">${say('resident.phone.title')}</a>
      </p>
    </section>
    <section class="staff">
      <h2>${say('resident.home.staff')}</h2>
      <p class="ways">
        <a href="/desk">${say('resident.home.desk')}</a>
        <a href="/field">${say('resident.home.field')}</a>
      </p>
    </section>`;
  return { title: say('resident.title'), main };
}
