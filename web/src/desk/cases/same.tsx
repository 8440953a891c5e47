import { caseRoutes } from '@gezhi/contract/cases/index';
import type { CaseView } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';

interface SameProps {
  readonly found: CaseView;
  readonly onOpen: (id: string) => void;
  readonly onMerge: (into: string) => void;
}

/** Open cases that may be the same matter, each with why. Proposed only: a person merges. */
export function Same({ found, onOpen, onMerge }: SameProps) {
  const say = useSay();
  const mayMerge = found.commands.includes('merge');
  const likely = useAnswer(caseRoutes.likelySame, { params: { id: found.id } }, { enabled: mayMerge });
  const rows = likely.data?.value.rows ?? [];
  if (!mayMerge || rows.length === 0) return null;
  return (
    <section className="sheet-block">
      <h3>{say('case.same')}</h3>
      <ul className="sheet-list">
        {rows.slice(0, 3).map((row) => (
          <li key={row.case.id}>
            <div className="sheet-line">
              <Button type="link" size="small" className="sheet-link" onClick={() => onOpen(row.case.id)}>
                {row.case.number}
              </Button>
              <span>{row.case.description.slice(0, 40)}</span>
            </div>
            <div className="sheet-line">
              <span className="sheet-small">
                {[
                  ...row.reasons.map((reason) => say(`case.same.${reason}`)),
                  ...(row.metres === undefined ? [] : [say('case.same.metres', { n: Math.round(row.metres) })]),
                ].join(' · ')}
              </span>
              <Button size="small" onClick={() => onMerge(row.case.id)}>
                {say('case.command.merge')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
