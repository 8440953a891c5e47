import type { RuleVersionRow } from '@gezhi/contract/rules/index';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { CategoryCodes, CellInput } from './cell-input.tsx';
import { columnsShown } from './table.ts';
import type { FlatRow, RuleTable } from './table.ts';
import { RowsScroll } from '../app/rows-scroll.tsx';

interface RuleTableEditorProps {
  readonly kind: RuleVersionRow['kind'];
  readonly table: RuleTable;
  readonly onChange: (table: RuleTable) => void;
}

/** Rows shown at once; the search brings up others. */
const SHOWN = 100;

/** Rules row by row: each cell a field, rows added and removed. */
export function RuleTableEditor({ kind, table, onChange }: RuleTableEditorProps) {
  const { say, named } = useLocale();
  const [q, setQ] = useState('');
  const columns = columnsShown(kind, table);
  const setRow = (at: number, row: FlatRow) =>
    onChange({ ...table, rows: table.rows.map((old, index) => (index === at ? row : old)) });
  const fits = (row: FlatRow) => q === '' || Object.values(row).some((cell) => cell.includes(q));
  const shown = table.rows.flatMap((row, at) => (fits(row) ? [{ row, at }] : [])).slice(0, SHOWN);
  return (
    <>
      <div className="page-choices rules-find">
        <Input
          allowClear
          placeholder={say('rules.find')}
          aria-label={say('rules.find')}
          onChange={(event) => setQ(event.target.value)}
        />
        <span className="sheet-small">{say('rules.rows', { n: table.rows.length })}</span>
        <Button onClick={() => onChange({ ...table, rows: [{}, ...table.rows] })}>{say('rules.row.add')}</Button>
      </div>
      <CategoryCodes />
      <RowsScroll className="rules-edit">
        <table className="rows">
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {named('rules.column.', name)}
                </th>
              ))}
              <th aria-label={say('rules.row.drop')} />
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, at }) => (
              <tr key={at}>
                {columns.map(({ name }) => (
                  <td key={name}>
                    <CellInput
                      kind={kind}
                      column={name}
                      label={`${named('rules.column.', name)} ${at + 1}`}
                      value={row[name] ?? ''}
                      onChange={(value) => setRow(at, { ...row, [name]: value })}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    size="small"
                    type="text"
                    aria-label={say('rules.row.dropOne', { n: at + 1 })}
                    onClick={() => onChange({ ...table, rows: table.rows.filter((_, index) => index !== at) })}
                  >
                    ×
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </RowsScroll>
    </>
  );
}
