import type { CaseRow } from '@gezhi/contract/cases/index';
import type { ReactNode } from 'react';
import { countyZone } from '../../../api/program-time.ts';
import { CaseLight } from '../../../ui/cases/case-light.tsx';
import { When } from '../../../ui/clock.tsx';
import { exactTime } from '../../../ui/time-words.ts';
import { useSay } from '../../../words/locale.tsx';
import type { Say } from '../../../words/locale.tsx';
import { TimeLeft } from './case-row.tsx';
import { type ColumnName, shapeOf } from './columns.ts';

interface CellsProps {
  readonly row: CaseRow;
  readonly columns: readonly ColumnName[];
}

/** One case as one line of chosen columns. What does not fit is cut and can be read on hover. */
export function Cells({ row, columns }: CellsProps) {
  const say = useSay();
  return columns.map((name) => {
    const shown = cells[name](row, say);
    return (
      <span
        key={name}
        role="gridcell"
        className={shapeOf(name).figure === true ? 'case-cell case-cell-figure' : 'case-cell'}
        title={typeof shown === 'string' && shown !== '' ? shown : undefined}
      >
        {shown}
      </span>
    );
  });
}

const day = (at: string): string => exactTime(Date.parse(at), countyZone);
const some = (n: number): string => (n === 0 ? '' : String(n));

const cells: Readonly<Record<ColumnName, (row: CaseRow, say: Say) => ReactNode>> = {
  light: (row) => <CaseLight row={row} />,
  number: (row) => row.number,
  category: (row) => row.category.name,
  what: (row) => row.description,
  area: (row) => row.area.name,
  address: (row) => row.address ?? '',
  owner: (row) => row.next?.owner.name ?? '',
  lead: (row) => row.lead?.name ?? '',
  desk: (row) => row.desk.name,
  state: (row, say) => say(`case.state.${row.state}`),
  left: (row) => <TimeLeft row={row} />,
  urgency: (row, say) =>
    row.urgency === 'urgent' ? (
      <b className="case-urgent">{say('case.urgency.urgent')}</b>
    ) : (
      say(`case.urgency.${row.urgency}`)
    ),
  kind: (row, say) => say(`case.kind.${row.kind}`),
  level: (row, say) => say(`case.level.${row.level}`),
  reporter: (row, say) => say(`case.reporter.${row.reporterKind}`),
  channel: (row, say) => say(`case.channel.${row.channel}`),
  reported: (row) => day(row.reportedAt),
  updated: (row) => <When at={row.updatedAt} />,
  closed: (row) => (row.closedAt === undefined ? '' : day(row.closedAt)),
  supporters: (row) => some(row.supporters),
  raisedAgain: (row) => some(row.raisedAgain),
  rating: (row, say) =>
    row.rating === undefined
      ? ''
      : `${say(`case.solved.${row.rating.solved}`)} · ${say(`case.satisfied.${row.rating.satisfied}`)}`,
};
