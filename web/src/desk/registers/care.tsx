import { type CareRow, careRoutes } from '@gezhi/contract/registers/index';
import { inLocale } from '@gezhi/contract/words/index';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Clock } from '../../ui/clock.tsx';
import { useLocale } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { useMay } from '../app/session.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { CareForm } from './care-form.tsx';
import { CarePanel } from './care-panel.tsx';
import { Day } from './entry-columns.tsx';
import { Tools } from './tools.tsx';

/** Records of care, masked, those whose visit is due first. */
export function Care() {
  const { say, locale } = useLocale();
  const mayEdit = useMay('care.edit');
  const [area, setArea] = useState<string>();
  const [kind, setKind] = useState<string>();
  const [due, setDue] = useState(false);
  const [open, setOpen] = useState<CareRow | 'new'>();
  const kinds = useAnswer(careRoutes.kinds, { query: {} }).data?.value.rows ?? [];
  const columns: readonly Column<CareRow>[] = [
    {
      key: 'name',
      title: say('registers.column.masked'),
      cell: (record) => (
        <Button type="link" size="small" className="registers-open" onClick={() => setOpen(record)}>
          {record.name ?? ''}
        </Button>
      ),
    },
    { key: 'kind', title: say('registers.column.kind'), cell: (record) => inLocale(locale, record.kindName) },
    { key: 'due', title: say('registers.column.visitDue'), cell: (record) => <Clock due={record.visitDue} /> },
    { key: 'visited', title: say('registers.visited'), cell: (record) => <Day at={record.visitedAt} /> },
    { key: 'purpose', title: say('registers.column.purpose'), wide: true, cell: (record) => record.purpose },
    { key: 'area', title: say('registers.area'), cell: (record) => <AreaName code={record.area} /> },
    { key: 'expires', title: say('registers.expires'), cell: (record) => <Day at={record.expires} /> },
  ];
  return (
    <>
      <p className="registers-small">{say('registers.care.rule')}</p>
      <Tools
        area={area}
        onArea={setArea}
        sheet="care"
        more={
          <>
            <Select
              className="registers-area"
              allowClear
              aria-label={say('registers.column.kind')}
              placeholder={say('registers.column.kind')}
              value={kind ?? null}
              onChange={(next?: string | null) => setKind(next ?? undefined)}
              options={kinds.map(({ code, name }) => ({ value: code, label: inLocale(locale, name) }))}
            />
            <Checkbox checked={due} onChange={(event) => setDue(event.target.checked)}>
              {say('registers.due')}
            </Checkbox>
          </>
        }
      >
        {mayEdit ? (
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('registers.care.open')}
          </Button>
        ) : null}
      </Tools>
      {open === 'new' ? <CareForm kinds={kinds} onDone={() => setOpen(undefined)} /> : null}
      {open === undefined || open === 'new' ? null : (
        <CarePanel key={open.id} record={open} onClose={() => setOpen(undefined)} />
      )}
      <Rows
        route={careRoutes.list}
        query={{
          due: due ? 'true' : 'false',
          ...(area === undefined ? {} : { area }),
          ...(kind === undefined ? {} : { kind }),
        }}
        columns={columns}
        keyOf={({ id }) => id}
        empty={due ? say('registers.care.noneDue') : say('registers.care.empty')}
        label={say('registers.kind.care')}
      />
    </>
  );
}
