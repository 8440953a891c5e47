import { type ChatGroupRow, groupRoutes } from '@gezhi/contract/registers/index';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { FieldInput } from './field-input.tsx';

/** Adds, changes or ends a chat group. */
export function GroupForm({ group, onDone }: { readonly group?: ChatGroupRow; readonly onDone: () => void }) {
  const say = useSay();
  const [own] = useOwnAreas();
  const [name, setName] = useState(group?.name ?? '');
  const [platform, setPlatform] = useState(group?.platform ?? say('registers.platform.default'));
  const [area, setArea] = useState(group?.area ?? own);
  const [covers, setCovers] = useState<readonly string[]>(group?.covers ?? []);
  const [ownerPost, setOwnerPost] = useState(group?.ownerPost);
  const [robot, setRobot] = useState('');
  const refresh = [groupRoutes.list, groupRoutes.coverage];
  const add = useAct(groupRoutes.create, { refresh });
  const change = useAct(groupRoutes.change, { refresh });
  const write = async (more: { readonly retired?: boolean } = {}) => {
    if (area === undefined) return;
    const body = { name, platform, area, covers: [...covers], ...(robot === '' ? {} : { robot }) };
    const answer =
      group === undefined
        ? await add.act({ body: { ...body, ...(ownerPost === undefined ? {} : { ownerPost }) } })
        : await change.act({
            params: { id: group.id },
            ifMatch: `"${group.version}"`,
            body: { ...body, ownerPost: ownerPost ?? null, ...more },
          });
    if (answer !== undefined) onDone();
  };
  return (
    <form
      className="page-block fields"
      aria-label={say('registers.kind.groups')}
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <Field label={say('registers.column.name')} needed>
        {(id) => <Input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={say('registers.column.platform')} needed>
        {(id) => (
          <Input id={id} value={platform} maxLength={40} onChange={(event) => setPlatform(event.target.value)} />
        )}
      </Field>
      <Field label={say('registers.area')} needed>
        {(id) => <AreaSelect id={id} value={area} onChange={(code) => setArea(code)} />}
      </Field>
      <Field label={say('registers.column.covers')} needed>
        {(id) => (
          <span>
            {covers.map((code) => (
              <Tag key={code} closable onClose={() => setCovers(covers.filter((one) => one !== code))}>
                <AreaName code={code} />
              </Tag>
            ))}
            <AreaSelect
              id={id}
              value={undefined}
              onChange={(code) => (code === undefined ? undefined : setCovers([...new Set([...covers, code])]))}
            />
          </span>
        )}
      </Field>
      <Field label={say('registers.owner')}>
        {(id) => (
          <FieldInput
            id={id}
            field={{ name: 'post', type: 'post' }}
            value={ownerPost}
            onChange={(value) => setOwnerPost(typeof value === 'string' ? value : undefined)}
          />
        )}
      </Field>
      <Field label={say('registers.robot')} hint={say('registers.robot.hint')}>
        {(id) => (
          <Input
            id={id}
            value={robot}
            type="url"
            autoComplete="off"
            maxLength={500}
            onChange={(event) => setRobot(event.target.value)}
          />
        )}
      </Field>
      <Refusal problem={add.problem ?? change.problem} />
      <div className="page-choices">
        <Button
          type="primary"
          htmlType="submit"
          loading={add.busy || change.busy}
          disabled={name.trim() === '' || platform.trim() === '' || area === undefined || covers.length === 0}
        >
          {group === undefined ? say('registers.add') : say('registers.save')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
        {group === undefined ? null : (
          <Button type="text" onClick={() => void write({ retired: true })}>
            {say('registers.group.end')}
          </Button>
        )}
      </div>
    </form>
  );
}
