import { sheetRoutes } from '@gezhi/contract/sheets/index';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { Tabs } from '../app/tabs.tsx';
import { SheetPanel } from './sheet-panel.tsx';

/** Every list that goes out and comes in as a sheet. */
export function SheetsPage() {
  const say = useSay();
  const navigate = useNavigate({ from: '/sheets' });
  const { kind, run } = useSearch({ from: '/desk/sheets' });
  const kinds = useAnswer(sheetRoutes.listKinds, {}, { staleTime: 300_000 });
  const rows = kinds.data?.value.rows ?? [];
  const here = rows.find(({ code }) => code === kind) ?? rows[0];
  return (
    <Page title={say('sheets.title')}>
      {kinds.isPending ? <Loading rows={4} /> : null}
      {kinds.isError ? <Failed problem={problemOf(kinds.error)} retry={() => void kinds.refetch()} /> : null}
      {kinds.data !== undefined && here === undefined ? <Empty title={say('sheets.none')} /> : null}
      {here === undefined ? null : (
        <>
          <Tabs
            label={say('sheets.kinds')}
            names={rows.map(({ code }) => code)}
            here={here.code}
            titleOf={(code) => rows.find((row) => row.code === code)?.name ?? code}
            onChange={(code) => void navigate({ search: { kind: code } })}
          />
          <SheetPanel
            key={here.code}
            kind={here}
            run={run}
            onRun={(id) => void navigate({ search: { kind: here.code, ...(id === undefined ? {} : { run: id }) } })}
          />
        </>
      )}
    </Page>
  );
}
