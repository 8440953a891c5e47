import { areaRoutes, placeRoutes } from '@gezhi/contract/places/index';
import type { AreaDetail } from '@gezhi/contract/places/index';
import { asMultiPolygon, type MultiPolygon } from '@gezhi/domain/places/index';
import { Alert, Button, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, read } from '../../../api/query.ts';
import type { Outline } from '../../../ui/map/index.tsx';
import { useSay } from '../../../words/locale.tsx';
import { useAct } from '../../app/act.ts';
import { Field } from '../../app/field.tsx';
import { Refusal } from '../../app/refusal.tsx';
import { MomentPicker } from '../../pickers/moment-picker.tsx';
import { writable } from './use-surroundings.ts';

interface SaveBoundaryProps {
  readonly area: AreaDetail;
  readonly shape: MultiPolygon;
  readonly sound: boolean;
  /** State of the versions that the drawing was begun on, and as it is now. */
  readonly etag: string;
  readonly current: string;
  readonly reason: string;
  readonly validFrom: string | undefined;
  readonly onReason: (next: string) => void;
  readonly onValidFrom: (next: string | undefined) => void;
  readonly onEtag: (next: string) => void;
  readonly onTheirs: (next: Outline) => void;
  readonly onTakeTheirs: (next: MultiPolygon) => void;
  readonly onSaved: () => void;
}

const refresh = [
  areaRoutes.getArea,
  areaRoutes.listBoundaries,
  areaRoutes.getBoundary,
  areaRoutes.checkCoverage,
  areaRoutes.exportAreas,
  placeRoutes.map,
];

/** Saves the drawing as a new version from a date on, with its reason. What somebody else drew meanwhile is never lost. */
export function SaveBoundary(props: SaveBoundaryProps) {
  const { area, shape, sound, etag, reason, validFrom } = props;
  const say = useSay();
  const client = useQueryClient();
  const put = useAct(areaRoutes.putBoundary, { refresh });
  const stale = put.problem?.code === 'http.stale' || etag !== props.current;
  const save = async (ifMatch: string) => {
    const saved = await put.act({
      params: { code: area.code },
      body: {
        geometry: writable(shape),
        reason: reason.trim(),
        ...(validFrom === undefined ? {} : { validFrom }),
      },
      ifMatch,
    });
    if (saved !== undefined) props.onSaved();
  };
  /** What stands there now, with its state. */
  const readTheirs = async () => {
    const input = { params: { code: area.code } };
    const at = { ...input, query: validFrom === undefined ? {} : { at: validFrom } };
    const [versions, drawn] = await Promise.all([
      client.fetchQuery({
        queryKey: keyOf(areaRoutes.listBoundaries, input),
        queryFn: () => read(areaRoutes.listBoundaries, input),
        staleTime: 0,
      }),
      read(areaRoutes.getBoundary, at),
    ]);
    return versions.etag === undefined ? undefined : { etag: versions.etag, geometry: drawn.value.geometry };
  };
  const take = async (how: 'show' | 'take' | 'over') => {
    const theirs = await readTheirs().catch(() => undefined);
    if (theirs === undefined) return;
    const { geometry } = theirs;
    if (how === 'show') props.onTheirs({ code: 'theirs', name: say('places.draw.theirs'), geometry, tone: 'theirs' });
    if (how === 'take') props.onTakeTheirs(asMultiPolygon(geometry));
    if (how !== 'show') {
      props.onEtag(theirs.etag);
      put.forget();
    }
    if (how === 'over') await save(theirs.etag);
  };
  const ready = sound && reason.trim() !== '';
  return (
    <form
      className="fields"
      aria-label={say('places.draw.save')}
      onSubmit={(event) => {
        event.preventDefault();
        void save(etag);
      }}
    >
      <Field label={say('places.draw.from')} hint={say('places.draw.from.hint')}>
        {(id) => <MomentPicker id={id} value={validFrom} onChange={props.onValidFrom} />}
      </Field>
      <Field label={say('places.draw.reason')} needed>
        {(id) => (
          <Input id={id} value={reason} maxLength={200} onChange={(event) => props.onReason(event.target.value)} />
        )}
      </Field>
      {stale ? (
        <Alert
          type="warning"
          showIcon
          title={say('places.draw.stale')}
          description={
            <div className="page-choices">
              <Button size="small" onClick={() => void take('show')}>
                {say('places.draw.stale.show')}
              </Button>
              <Button size="small" onClick={() => void take('take')}>
                {say('places.draw.stale.take')}
              </Button>
              <Button size="small" disabled={!ready} onClick={() => void take('over')}>
                {say('places.draw.stale.over')}
              </Button>
            </div>
          }
        />
      ) : (
        <Refusal problem={put.problem} />
      )}
      <Button type="primary" htmlType="submit" loading={put.busy} disabled={!ready || stale}>
        {say('places.draw.save')}
      </Button>
    </form>
  );
}
