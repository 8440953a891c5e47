import { photosArrived } from './photos.tsx';

/** Whether a form was sent and the answer is awaited. */
const sent = new WeakSet<HTMLFormElement>();

/**
 * Sends a form once: a second tap does nothing while the answer is awaited, and photos under way are waited for. The
 * button says what is going on.
 */
export function sendOnce(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sending]')) {
    form.addEventListener('submit', (event) => {
      const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
      if (sent.has(form)) {
        event.preventDefault();
        return;
      }
      const waiting = photosArrived(form);
      if (waiting === undefined) {
        sent.add(form);
        say(form, button, form.dataset['sending']);
        return;
      }
      event.preventDefault();
      say(form, button, form.dataset['waiting']);
      void waiting.then(() => form.requestSubmit(button));
    });
  }
  // Coming back by the browser's own button finds the page as it was left: it can be sent again.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

function say(form: HTMLFormElement, button: HTMLButtonElement | undefined, words: string | undefined): void {
  const shown = button ?? form.querySelector<HTMLButtonElement>('button.main');
  if (shown !== null && shown.offsetParent !== null && words !== undefined) shown.textContent = words;
}
