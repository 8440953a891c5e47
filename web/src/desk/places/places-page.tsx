import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { Notice } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { Page } from '../app/page.tsx';
import { useMay } from '../app/session.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { ListSheet } from '../sheets/list-sheet.tsx';
import { AreaSheet } from './area-sheet.tsx';
import { ImportAreas } from './import-areas.tsx';
import './places.css';

const route = getRouteApi('/desk/places');

/** The tree on the left; one area, its map and its checks on the right. */
export function PlacesPage() {
  const say = useSay();
  const { area: asked, tool } = route.useSearch();
  const navigate = route.useNavigate();
  const roots = useOwnAreas();
  // Without a choice the own area is open: there is always a map to begin with.
  const area = asked ?? roots[0];
  const mayEdit = useMay('place.edit');
  return (
    <Page
      title={say('places.title')}
      actions={
        <>
          <ListSheet kinds={['areas', 'zones']} />
          {mayEdit ? (
            <Button onClick={() => void navigate({ search: { area, tool: 'import' } })}>{say('places.import')}</Button>
          ) : null}
        </>
      }
    >
      <div className="places">
        <div className="page-block places-tree">
          <AreaPicker roots={roots} chosen={area} onChoose={({ code }) => void navigate({ search: { area: code } })} />
        </div>
        <div className="places-open">
          {tool === 'import' ? <ImportAreas onDone={() => void navigate({ search: { area } })} /> : null}
          {area === undefined ? (
            <Notice title={say('places.choose')} />
          ) : (
            <AreaSheet
              key={area}
              code={area}
              tool={tool}
              onTool={(next) => void navigate({ search: { area, tool: next } })}
              onArea={(code) => void navigate({ search: { area: code } })}
            />
          )}
        </div>
      </div>
    </Page>
  );
}
