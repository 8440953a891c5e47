import { PlusOutlined } from '@ant-design/icons';
import { savedViewRoutes } from '@gezhi/contract/cases/index';
import type { SavedView } from '@gezhi/contract/cases/index';
import { defaultStringifySearch } from '@tanstack/react-router';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../../api/query.ts';
import { useSay } from '../../../words/locale.tsx';
import { useAct } from '../../app/act.ts';
import type { CasesSearch } from '../search.ts';
import { ViewName } from './view-name.tsx';
import { ownViewOf, searchOfState, stateOf } from './views.ts';

interface OwnViewsProps {
  readonly search: CasesSearch;
  readonly onSearch: (next: CasesSearch) => void;
}

const refresh = [savedViewRoutes.list];

/** The views that the person keeps, beside the built-in ones: open, save, rename, bring up to date, send on, forget. */
export function OwnViews({ search, onSearch }: OwnViewsProps) {
  const say = useSay();
  const { message } = App.useApp();
  const views = useAnswer(savedViewRoutes.list, {}).data?.value.rows ?? [];
  const here = ownViewOf(search, views);
  // The view one came from stays at hand while one changes what it shows.
  const [from, setFrom] = useState<string>();
  const managed = here ?? views.find(({ id }) => id === from);
  const [naming, setNaming] = useState<'save' | 'rename'>();
  const save = useAct(savedViewRoutes.save, { refresh, quiet: true });
  const change = useAct(savedViewRoutes.change, { refresh });
  const remove = useAct(savedViewRoutes.remove, { refresh, quiet: true });

  const open = ({ id, state }: SavedView) => {
    setFrom(id);
    onSearch({ ...searchOfState(state), id: search.id });
  };
  const name = async (given: string) => {
    const done =
      naming === 'rename' && managed !== undefined
        ? await change.act({ params: { id: managed.id }, body: { name: given } })
        : await save.act({ body: { name: given, state: stateOf(search) } });
    if (done === undefined) return;
    setFrom(done.value.id);
    setNaming(undefined);
  };
  const forget = async ({ id, name: old, state }: SavedView) => {
    if ((await remove.act({ params: { id } })) === undefined) return;
    const key = `view-${id}`;
    const undo = () => {
      message.destroy(key);
      void save.act({ body: { name: old, state } });
    };
    message.info({
      key,
      duration: 8,
      content: (
        <>
          {say('list.view.deleted', { name: old })}{' '}
          <Button type="link" size="small" onClick={undo}>
            {say('list.undo')}
          </Button>
        </>
      ),
    });
  };
  const copy = async ({ state }: SavedView) => {
    const address = new URL(location.pathname + defaultStringifySearch(state), location.href);
    try {
      await navigator.clipboard.writeText(address.href);
      message.success(say('list.view.copied'));
    } catch {
      // Without https the browser lends no clipboard.
      message.info(say('list.view.copy.failed'));
    }
  };
  const deeds = {
    rename: () => setNaming('rename'),
    update: (view: SavedView) => void change.act({ params: { id: view.id }, body: { state: stateOf(search) } }),
    copy: (view: SavedView) => void copy(view),
    delete: (view: SavedView) => void forget(view),
  } as const;

  return (
    <>
      {views.map((view) => (
        <button
          key={view.id}
          type="button"
          className="list-view-own"
          aria-pressed={view.id === here?.id}
          onClick={() => open(view)}
        >
          {view.name}
        </button>
      ))}
      {managed === undefined ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['update', 'rename', 'copy', 'delete'] as const).map((key) => ({
              key,
              label: say(`list.view.${key}`),
              disabled: key === 'update' && here !== undefined,
            })),
            onClick: ({ key }) => deeds[key as keyof typeof deeds](managed),
          }}
        >
          <button type="button" aria-label={say('list.view.more', { name: managed.name })}>
            …
          </button>
        </Dropdown>
      )}
      {here !== undefined || naming !== undefined ? null : (
        <button
          type="button"
          className="list-view-save"
          title={say('list.view.save.title')}
          onClick={() => setNaming('save')}
        >
          <PlusOutlined aria-hidden="true" /> {say('list.view.save')}
        </button>
      )}
      {naming === undefined ? null : (
        <ViewName
          key={naming}
          start={naming === 'rename' ? (managed?.name ?? '') : ''}
          busy={save.busy || change.busy}
          problem={naming === 'rename' ? change.problem : save.problem}
          onName={(given) => void name(given)}
          onCancel={() => setNaming(undefined)}
        />
      )}
    </>
  );
}
