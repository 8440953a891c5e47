import { caseRoutes } from '@gezhi/contract/cases/index';
import type { CaseView } from '@gezhi/contract/cases/index';
import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../../api/query.ts';
import { useSay } from '../../../words/locale.tsx';

interface LikelySameProps {
  readonly id: string;
  readonly found: CaseView;
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

/** The cases that may be the same matter, each with why; or any other open one by number. */
export function LikelySame({ id, found, value, onChange }: LikelySameProps) {
  const say = useSay();
  const [q, setQ] = useState('');
  const likely = useAnswer(caseRoutes.likelySame, { params: { id: found.id } });
  const other = useAnswer(caseRoutes.list, { query: { q, open: 'true', limit: 20 } }, { enabled: q.length > 1 });
  const rows = likely.data?.value.rows ?? [];
  return (
    <>
      <span className="sheet-small">{say('form.into.hint')}</span>
      <Radio.Group
        value={value}
        onChange={(event) => onChange(String(event.target.value))}
        className="command-likely"
        options={rows.map((row) => ({
          value: row.case.id,
          label: (
            <>
              <span className="figures">{row.case.number}</span> {row.case.description.slice(0, 40)}
              <span className="sheet-small">
                {' '}
                {[
                  ...row.reasons.map((reason) => say(`case.same.${reason}`)),
                  ...(row.metres === undefined ? [] : [say('case.same.metres', { n: Math.round(row.metres) })]),
                ].join(' · ')}
              </span>
            </>
          ),
        }))}
      />
      <Select
        id={id}
        showSearch={{ filterOption: false, onSearch: setQ }}
        value={value === undefined || rows.some((row) => row.case.id === value) ? null : value}
        placeholder={say('cases.search')}
        onChange={onChange}
        options={(other.data?.value.rows ?? [])
          .filter((row) => row.id !== found.id)
          .map((row) => ({
            value: row.id,
            label: `${row.number} ${row.category.name} ${row.description.slice(0, 30)}`,
          }))}
      />
    </>
  );
}
