import type { RuleVersionRow } from '@gezhi/contract/rules/index';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { RestView } from './rest-view.tsx';
import { RuleCell } from './rule-cell.tsx';
import { columnsShown, tableOf } from './table.ts';
import type { Json, RuleTable } from './table.ts';
import { RowsScroll } from '../app/rows-scroll.tsx';

/** Rows shown at once; more are found by typing. */
const SHOWN = 200;

interface RuleViewProps {
  readonly kind: RuleVersionRow['kind'];
  readonly body: Json;
}

/** A body of rules to read: its rows as a table with a search, the rest by its names. */
export function RuleView({ kind, body }: RuleViewProps) {
  const table = useMemo(() => tableOf(body), [body]);
  if (table === undefined) return <RestView kind={kind} body={body} />;
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => name !== table.part));
  return (
    <>
      <Table kind={kind} table={table} />
      <RestView kind={kind} body={rest} />
    </>
  );
}

function Table({ kind, table }: { readonly kind: RuleVersionRow['kind']; readonly table: RuleTable }) {
  const { say, named } = useLocale();
  const [q, setQ] = useState('');
  const columns = columnsShown(kind, table);
  const rows = table.rows.filter((row) => q === '' || Object.values(row).some((cell) => cell.includes(q)));
  return (
    <>
      <div className="page-choices rules-find">
        <Input
          allowClear
          placeholder={say('rules.find')}
          aria-label={say('rules.find')}
          onChange={(event) => setQ(event.target.value)}
        />
        <span className="sheet-small">{say('rules.rows', { n: rows.length })}</span>
      </div>
      <RowsScroll>
        <table className="rows">
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {named('rules.column.', name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={JSON.stringify(row)}>
                {columns.map(({ name }) => (
                  <td key={name} className={wide.has(name) ? 'rows-wide' : undefined}>
                    <RuleCell kind={kind} column={name} value={row[name] ?? ''} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </RowsScroll>
    </>
  );
}

/** Columns of sentences and lists, which wrap. */
const wide = new Set(['permissions', 'numerator', 'denominator', 'needs', 'supporting']);
