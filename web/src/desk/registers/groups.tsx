import { type ChatGroupRow, groupRoutes } from '@gezhi/contract/registers/index';
import { Button } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { useMay } from '../app/session.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { CoveragePanel } from './coverage-panel.tsx';
import { GroupForm } from './group-form.tsx';
import { ReachForm } from './reach-form.tsx';
import { Tools } from './tools.tsx';

/** Chat groups, and what of an area they cover. */
export function Groups() {
  const say = useSay();
  const [own] = useOwnAreas();
  const mayEdit = useMay('register.edit');
  const [area, setArea] = useState<string>();
  const [q, setQ] = useState('');
  const [open, setOpen] = useState<{ readonly what: 'change' | 'reach'; readonly group: ChatGroupRow } | 'new'>();
  const shown = area ?? own;
  const columns: Column<ChatGroupRow>[] = [
    { key: 'name', title: say('registers.column.name'), cell: (group) => group.name },
    { key: 'platform', title: say('registers.column.platform'), cell: (group) => group.platform },
    {
      key: 'covers',
      title: say('registers.column.covers'),
      wide: true,
      cell: (group) =>
        group.covers.slice(0, 3).map((code, at) => (
          <span key={code}>
            {at === 0 ? '' : say('ui.and')}
            <AreaName code={code} />
            {at === 2 && group.covers.length > 3 ? '…' : ''}
          </span>
        )),
    },
    { key: 'owner', title: say('registers.column.owner'), cell: (group) => group.ownerName ?? '' },
    { key: 'listed', title: say('registers.column.listed'), figure: true, cell: (group) => group.listed },
    { key: 'reported', title: say('registers.column.reported'), figure: true, cell: (group) => group.reported },
    {
      key: 'robot',
      title: say('registers.robot'),
      cell: (group) => (group.hasRobot ? say('registers.flag.true') : say('registers.flag.false')),
    },
  ];
  if (mayEdit)
    columns.push({
      key: 'open',
      title: '',
      cell: (group) => (
        <>
          <Button type="link" size="small" onClick={() => setOpen({ what: 'reach', group })}>
            {say('registers.reach')}
          </Button>
          <Button type="link" size="small" onClick={() => setOpen({ what: 'change', group })}>
            {say('registers.change')}
          </Button>
        </>
      ),
    });
  const close = () => setOpen(undefined);
  return (
    <>
      <Tools area={area} onArea={setArea} onSearch={setQ} sheet="groups">
        {mayEdit ? (
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('registers.add')}
          </Button>
        ) : null}
      </Tools>
      {open === 'new' ? <GroupForm onDone={close} /> : null}
      {open !== undefined && open !== 'new' ? (
        open.what === 'change' ? (
          <GroupForm key={open.group.id} group={open.group} onDone={close} />
        ) : (
          <ReachForm key={open.group.id} group={open.group} onDone={close} />
        )
      ) : null}
      {shown === undefined ? null : <CoveragePanel area={shown} />}
      <Rows
        route={groupRoutes.list}
        query={{ ...(area === undefined ? {} : { area }), ...(q === '' ? {} : { q }) }}
        columns={columns}
        keyOf={({ id }) => id}
        empty={say('registers.groups.empty')}
        label={say('registers.kind.groups')}
      />
    </>
  );
}
