import { TableOutlined } from '@ant-design/icons';
import { sheetRoutes } from '@gezhi/contract/sheets/index';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';
import { Tabs } from '../app/tabs.tsx';
import { SheetPanel } from './sheet-panel.tsx';

interface ListSheetProps {
  /** Codes of the sheets that the list goes out and comes in as. */
  readonly kinds: readonly string[];
}

/** A list as a sheet, on its own page: export, template and import in a drawer beside it. */
export function ListSheet({ kinds }: ListSheetProps) {
  const say = useSay();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const [run, setRun] = useState<string>();
  const all = useAnswer(sheetRoutes.listKinds, {}, { staleTime: 300_000 });
  const rows = (all.data?.value.rows ?? []).filter(({ code }) => kinds.includes(code));
  const here = rows.find(({ code }) => code === chosen) ?? rows[0];
  if (here === undefined) return null;
  const close = () => {
    setOpen(false);
    setRun(undefined);
    // Whatever was written shows in the list behind, and wherever else it is named.
    void client.invalidateQueries();
  };
  return (
    <>
      <Button icon={<TableOutlined />} onClick={() => setOpen(true)}>
        {say('registers.sheet')}
      </Button>
      <Drawer
        open={open}
        onClose={close}
        // Without a mask nothing is locked behind it, and the list stays in use beside it.
        mask={false}
        destroyOnHidden
        size={760}
        title={say('sheets.list.title', { name: here.name })}
        className="list-sheet"
      >
        {rows.length < 2 ? null : (
          <Tabs
            label={say('sheets.kinds')}
            names={rows.map(({ code }) => code)}
            here={here.code}
            titleOf={(code) => rows.find((row) => row.code === code)?.name ?? code}
            onChange={(code) => {
              setChosen(code);
              setRun(undefined);
            }}
          />
        )}
        <SheetPanel key={here.code} kind={here} run={run} onRun={setRun} />
      </Drawer>
    </>
  );
}
