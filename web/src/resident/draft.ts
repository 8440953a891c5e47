const kept = ['description', 'address', 'text', 'reason', 'words'] as const;

/**
 * Keeps what is typed while this tab lives, so that a reload or a slip of the thumb loses nothing. What the server
 * sent back in the form is newer and wins. The receipt clears it.
 */
export function keepDraft(): void {
  const place = `gezhi.draft ${location.pathname}`;
  if (document.querySelector('.receipt, .note') !== null) forget();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sending]')) {
    const action = form.elements.namedItem('action');
    const name = action instanceof HTMLInputElement ? `${place} ${action.value}` : place;
    restore(form, name);
    form.addEventListener('input', () => store(form, name));
  }
}

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return kept.flatMap((name) => {
    const field = form.elements.namedItem(name);
    const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
    return isText ? [field] : [];
  });
}

function store(form: HTMLFormElement, name: string): void {
  const texts = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
  try {
    sessionStorage.setItem(name, JSON.stringify(texts));
  } catch {
    // No room or not allowed: the page still holds the text.
  }
}

function restore(form: HTMLFormElement, name: string): void {
  const stored = sessionStorage.getItem(name);
  if (stored === null) return;
  const texts = JSON.parse(stored) as Readonly<Record<string, string>>;
  for (const field of fieldsOf(form)) if (field.value === '') field.value = texts[field.name] ?? '';
}

function forget(): void {
  const drafts = Object.keys(sessionStorage).filter((name) => name.startsWith('gezhi.draft '));
  for (const name of drafts) sessionStorage.removeItem(name);
}
