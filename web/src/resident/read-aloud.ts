/** Longest piece given to the voice at once: some voices fall silent in the middle of a long one. */
const most = 160;

/** Text in pieces that end where one breathes. */
export function breaths(text: string): readonly string[] {
  return text
    .split(/(?<=[。！？!?；;\n])/u)
    .flatMap((sentence) => sentence.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? [])
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** Shows the button that reads the page with the browser's own voice, where it has one. A second tap stops it. */
export function readAloud(): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-read]');
  const page = document.querySelector<HTMLElement>('main');
  if (button === null || page === null || !('speechSynthesis' in window)) return;
  const [read, stop] = [button.textContent, button.dataset['read'] ?? ''];
  button.hidden = false;
  let reading = false;
  const silent = () => {
    reading = false;
    button.textContent = read;
  };
  button.addEventListener('click', () => {
    const was = reading;
    speechSynthesis.cancel();
    silent();
    const pieces = breaths(page.innerText);
    if (was || pieces.length === 0) return;
    reading = true;
    button.textContent = stop;
    for (const [index, piece] of pieces.entries()) {
      const said = new SpeechSynthesisUtterance(piece);
      said.lang = document.documentElement.lang;
      if (index === pieces.length - 1) said.addEventListener('end', silent);
      speechSynthesis.speak(said);
    }
  });
  window.addEventListener('pagehide', () => speechSynthesis.cancel());
}
