import type { CaseView } from '@gezhi/contract/cases/index';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';

/** What the reporter said of it, or a clerk heard. */
export function Ratings({ ratings }: { readonly ratings: CaseView['ratings'] }) {
  const say = useSay();
  if (ratings.length === 0) return null;
  return (
    <section className="sheet-block">
      <h3>{say('case.ratings')}</h3>
      <ul className="sheet-list">
        {ratings.map((rating) => (
          <li key={rating.at} className="sheet-line">
            <b>{say(`case.solved.${rating.solved}`)}</b>
            <span>{say(`case.satisfied.${rating.satisfied}`)}</span>
            <span className="sheet-small">
              {say(`case.rating.${rating.from}`)} · <When at={rating.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
