/** A spot after the place it is in, without saying twice what both name: 荷塘苑3栋 + 3栋2单元 → 荷塘苑3栋2单元. */
export function joinPlace(place: string, spot: string): string {
  if (spot === '' || place === '') return place + spot;
  if (spot.startsWith(place)) return spot;
  const ends = Array.from({ length: place.length }, (_, from) => place.slice(from));
  const twice = ends.find((end) => end.length > 1 && spot.startsWith(end));
  return twice === undefined ? `${place} ${spot}` : place + spot.slice(twice.length);
}

/** The area of a case with what was said of the place in it, each name once. */
export function placeLine(area: string, address: string | undefined): string {
  if (address === undefined || address === '' || address === area) return area;
  const [name = '', ...spot] = address.split(' ');
  const once = joinPlace(name, spot.join(' '));
  const joined = joinPlace(area, once);
  return joined === `${area} ${once}` ? `${area} · ${once}` : joined;
}
