import { householdRoutes, type HouseholdRow } from '@gezhi/contract/registers/index';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { programNow } from '../../api/program-time.ts';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { useMay } from '../app/session.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { AnchorPicker } from './anchor-picker.tsx';
import { Day } from './entry-columns.tsx';
import { Tools } from './tools.tsx';

/** Households by microgrid: an address and the anchor household, and nobody's name. */
export function Households() {
  const say = useSay();
  const mayEdit = useMay('register.edit');
  const [area, setArea] = useState<string>();
  const [q, setQ] = useState('');
  const [unreached, setUnreached] = useState(false);
  const [moved, setMoved] = useState(false);
  const [open, setOpen] = useState<HouseholdRow | 'new'>();
  const columns: Column<HouseholdRow>[] = [
    { key: 'address', title: say('registers.column.address'), wide: true, cell: (home) => home.address },
    { key: 'area', title: say('registers.microgrid'), cell: (home) => <AreaName code={home.area} /> },
    { key: 'anchor', title: say('registers.column.anchor'), cell: (home) => home.anchorName ?? '' },
    { key: 'moved', title: say('registers.column.movedAt'), cell: (home) => <Day at={home.movedAt} /> },
  ];
  if (mayEdit)
    columns.push({
      key: 'open',
      title: '',
      cell: (home) => (
        <Button type="link" size="small" className="registers-open" onClick={() => setOpen(home)}>
          {say('registers.change')}
        </Button>
      ),
    });
  return (
    <>
      <Tools
        area={area}
        onArea={setArea}
        onSearch={setQ}
        sheet="households"
        more={
          <>
            <Checkbox checked={unreached} onChange={(event) => setUnreached(event.target.checked)}>
              {say('registers.unreached')}
            </Checkbox>
            <Checkbox checked={moved} onChange={(event) => setMoved(event.target.checked)}>
              {say('registers.moved')}
            </Checkbox>
          </>
        }
      >
        {mayEdit ? (
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('registers.add')}
          </Button>
        ) : null}
      </Tools>
      {open === undefined ? null : (
        <HouseholdForm
          key={open === 'new' ? 'new' : open.id}
          home={open === 'new' ? undefined : open}
          area={area}
          onDone={() => setOpen(undefined)}
        />
      )}
      <Rows
        route={householdRoutes.list}
        query={{
          unreached: unreached ? 'true' : 'false',
          moved: moved ? 'true' : 'false',
          ...(area === undefined ? {} : { area }),
          ...(q === '' ? {} : { q }),
        }}
        columns={columns}
        keyOf={({ id }) => id}
        empty={say('registers.households.empty')}
        hint={say('registers.households.hint')}
        label={say('registers.kind.households')}
      />
    </>
  );
}

interface HouseholdFormProps {
  readonly home: HouseholdRow | undefined;
  readonly area: string | undefined;
  readonly onDone: () => void;
}

function HouseholdForm({ home, area: around, onDone }: HouseholdFormProps) {
  const say = useSay();
  const [area, setArea] = useState(home?.area ?? around);
  const [address, setAddress] = useState(home?.address ?? '');
  const [anchor, setAnchor] = useState(home?.anchor);
  const refresh = [householdRoutes.list];
  const add = useAct(householdRoutes.create, { refresh });
  const change = useAct(householdRoutes.change, { refresh });
  const write = async (more: { readonly movedAt?: string | null } = {}) => {
    if (area === undefined) return;
    const answer =
      home === undefined
        ? await add.act({ body: { area, address, ...(anchor === undefined ? {} : { anchor }) } })
        : await change.act({
            params: { id: home.id },
            ifMatch: `"${home.version}"`,
            body: { area, address, anchor: anchor ?? null, ...more },
          });
    if (answer !== undefined) onDone();
  };
  return (
    <form
      className="page-block fields"
      aria-label={say('registers.household')}
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <Field label={say('registers.microgrid')} needed>
        {(id) => <AreaSelect id={id} value={area} onChange={setArea} />}
      </Field>
      <Field label={say('registers.column.address')} needed hint={say('registers.address.hint')}>
        {(id) => <Input id={id} value={address} maxLength={200} onChange={(event) => setAddress(event.target.value)} />}
      </Field>
      <Field label={say('registers.column.anchor')}>
        {(id) => <AnchorPicker id={id} value={anchor} label={home?.anchorName} onChange={setAnchor} />}
      </Field>
      <Refusal problem={add.problem ?? change.problem} />
      <div className="page-choices">
        <Button
          type="primary"
          htmlType="submit"
          loading={add.busy || change.busy}
          disabled={area === undefined || address.trim() === ''}
        >
          {home === undefined ? say('registers.add') : say('registers.save')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
        {home === undefined ? null : (
          <Button
            type="text"
            onClick={() =>
              void write({ movedAt: home.movedAt === undefined ? new Date(programNow()).toISOString() : null })
            }
          >
            {home.movedAt === undefined ? say('registers.movedAway') : say('registers.movedBack')}
          </Button>
        )}
      </div>
    </form>
  );
}
