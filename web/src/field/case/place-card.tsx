import type { CaseView } from '@gezhi/contract/cases/index';
import { placeLine } from '@gezhi/domain/places/index';
import { useSay } from '../../words/locale.tsx';
import { Go } from '../app/navigate.tsx';

/** Where it is, in words, with a way to the map. */
export function PlaceCard({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const areas = found.areas.slice(-3).map(({ name }) => name);
  const last = areas.pop() ?? found.area.name;
  return (
    <section className="card">
      <span className="label">{say('field.case.place')}</span>
      <p>{[...areas, placeLine(last, found.address)].join(' ')}</p>
      {found.point === undefined ? null : (
        <Go to={{ at: 'map', open: found.id }} className="link">
          {say('field.case.onMap')}
        </Go>
      )}
    </section>
  );
}
