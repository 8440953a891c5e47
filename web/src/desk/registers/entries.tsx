import { type RegisterEntryRow, registerRoutes } from '@gezhi/contract/registers/index';
import type { RegisterKind, RegisterKindCode } from '@gezhi/domain/registers/index';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { addressOf } from '../../api/address.ts';
import { useLocale } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import { useMay } from '../app/session.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { useEntryColumns } from './entry-columns.tsx';
import { EntryForm } from './entry-form.tsx';
import { Tools } from './tools.tsx';

/** The list of one kind of entry, with its form. */
export function Entries({ kind }: { readonly kind: RegisterKind }) {
  const { say, named } = useLocale();
  const [own] = useOwnAreas();
  const [area, setArea] = useState<string>();
  const [q, setQ] = useState('');
  const [ended, setEnded] = useState(false);
  const [open, setOpen] = useState<RegisterEntryRow | 'new'>();
  const mayKeep = useMay('register.edit');
  const mayPeople = useMay('people.edit');
  const mayEdit = mayKeep && (!kind.confidential || mayPeople);
  const columns = useEntryColumns(kind, mayEdit ? setOpen : undefined);
  const code = kind.code as RegisterKindCode;
  const chartArea = area ?? own;
  return (
    <>
      <Tools
        area={area}
        onArea={setArea}
        onSearch={setQ}
        sheet={kind.code}
        more={
          kind.to === 'no' ? undefined : (
            <Checkbox checked={ended} onChange={(event) => setEnded(event.target.checked)}>
              {say('registers.ended')}
            </Checkbox>
          )
        }
      >
        {kind.code === 'responsibility' && chartArea !== undefined ? (
          <Button href={addressOf(registerRoutes.chart.path, { code: chartArea }, {})} target="_blank">
            {say('registers.chart.print')}
          </Button>
        ) : null}
        {mayEdit ? (
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('registers.add')}
          </Button>
        ) : null}
      </Tools>
      {kind.confidential ? <p className="registers-small">{say('registers.confidential')}</p> : null}
      {open === undefined ? null : (
        <EntryForm
          key={open === 'new' ? 'new' : open.id}
          kind={kind}
          entry={open === 'new' ? undefined : open}
          onDone={() => setOpen(undefined)}
        />
      )}
      <Rows
        route={registerRoutes.list}
        query={{
          kind: code,
          ended: kind.to === 'no' || ended ? 'true' : 'false',
          ...(area === undefined ? {} : { area }),
          ...(q === '' ? {} : { q }),
        }}
        columns={columns}
        keyOf={({ id }) => id}
        empty={say('registers.empty')}
        {...(mayEdit ? { hint: say('registers.empty.hint') } : {})}
        label={named('registers.kind.', kind.code)}
      />
    </>
  );
}
