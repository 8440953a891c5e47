/** Shows the button that copies the receipt, where the browser can. */
export function enhanceCopy(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    if (navigator.clipboard === undefined) continue;
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(() => {
        button.textContent = button.dataset['copied'] ?? words;
        setTimeout(() => {
          button.textContent = words;
        }, 3000);
      });
    });
  }
}
