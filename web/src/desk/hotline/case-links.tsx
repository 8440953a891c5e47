import type { CaseRow } from '@gezhi/contract/cases/index';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { CaseLight } from '../../ui/cases/case-light.tsx';

/** A few cases, each opening its page. */
export function CaseLinks({ rows }: { readonly rows: readonly CaseRow[] }) {
  const say = useSay();
  return (
    <ul className="sheet-list">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="sheet-line">
            <CaseLight row={row} bare />
            <Link to="/cases" search={{ id: row.id }} className="figures">
              {row.number}
            </Link>
            <span>{say(`case.state.${row.state}`)}</span>
            <span className="sheet-small">
              <When at={row.reportedAt} />
            </span>
          </div>
          <div>
            {row.category.name} {row.description.slice(0, 60)}
          </div>
        </li>
      ))}
    </ul>
  );
}
