import type { CaseRow } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { When } from '../../ui/clock.tsx';
import { useSay } from '../../words/locale.tsx';
import { CaseLight } from '../../ui/cases/case-light.tsx';

interface CaseLinksProps {
  readonly rows: readonly CaseRow[];
  readonly onOpen: (id: string) => void;
}

/** A few cases, each opening beside what is being written. */
export function CaseLinks({ rows, onOpen }: CaseLinksProps) {
  const say = useSay();
  return (
    <ul className="sheet-list">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="sheet-line">
            <CaseLight row={row} bare />
            <Button type="link" size="small" className="figures hotline-number" onClick={() => onOpen(row.id)}>
              {row.number}
            </Button>
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
