import type { MapWords } from '../ui/map/map-words.ts';

/** Puts a button over the list of open matters that shows them on a map: half a megabyte only for who asks. */
export function enhanceMap(): void {
  const holder = document.querySelector<HTMLElement>('[data-map]');
  if (holder === null) return;
  const words = JSON.parse(holder.dataset['map'] ?? '{}') as Readonly<Record<'show' | 'broken', string>> & MapWords;
  const points = JSON.parse(holder.dataset['points'] ?? '[]') as [number, number, string][];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.show;
  button.addEventListener('click', () => {
    const map = document.createElement('div');
    map.className = 'map-holder';
    map.role = 'region';
    map.ariaLabel = words.label;
    holder.replaceChildren(map);
    import('./maps.ts')
      .then(({ openPublicMap }) => openPublicMap(map, holder.dataset['county'] ?? '', words, points, showCard))
      .catch(() => {
        holder.textContent = words.broken;
      });
  });
  holder.replaceChildren(button);
}

/** Brings the matter that was tapped on the map into view in the list. */
function showCard(id: string): void {
  const card = document.getElementById(id);
  if (card === null) return;
  card.tabIndex = -1;
  card.focus();
  card.scrollIntoView({ block: 'center' });
}
