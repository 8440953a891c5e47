import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { RuleCell } from './rule-cell.tsx';
import { tableOf } from './table.ts';
import type { Json } from './table.ts';

/** Rows shown at once; more are found by typing. */
const SHOWN = 200;

/** A body of rules to read: its rows as a table with a search, the rest as it is kept. */
export function RuleView({ body }: { readonly body: Json }) {
  const { say, named } = useLocale();
  const [q, setQ] = useState('');
  const table = useMemo(() => tableOf(body), [body]);
  if (table === undefined)
    return (
      <pre className="rules-json" tabIndex={0}>
        {JSON.stringify(body, null, 2)}
      </pre>
    );
  const rows = table.rows.filter((row) => q === '' || Object.values(row).some((cell) => cell.includes(q)));
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => name !== table.part));
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
      <div className="rows-scroll">
        <table className="rows">
          <thead>
            <tr>
              {table.columns.map(({ name }) => (
                <th key={name} scope="col">
                  {named('rules.column.', name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={JSON.stringify(row)}>
                {table.columns.map(({ name }) => (
                  <td key={name}>
                    <RuleCell part={table.part} column={name} value={row[name] ?? ''} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {Object.keys(rest).length === 0 ? null : (
        <pre className="rules-json" tabIndex={0}>
          {JSON.stringify(rest, null, 2)}
        </pre>
      )}
    </>
  );
}
