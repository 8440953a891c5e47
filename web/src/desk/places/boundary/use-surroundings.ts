import { areaRoutes } from '@gezhi/contract/places/index';
import type { AreaDetail } from '@gezhi/contract/places/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { asMultiPolygon, type MultiPolygon, type Surroundings, surroundingsOf } from '@gezhi/domain/places/index';
import { useMemo } from 'react';
import { useAnswer } from '../../../api/query.ts';
import type { Outline } from '../../../ui/map/index.tsx';
import { useRules } from '../../rules/use-rules.ts';

interface Around {
  readonly surroundings: Surroundings;
  /** The boundary as it holds at the instant. */
  readonly mine: MultiPolygon | undefined;
  readonly outlines: readonly Outline[];
  /** Names of everything around, by code. */
  readonly names: ReadonlyMap<string, string>;
}

interface Drawn {
  readonly code: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly boundary: MultiPolygon;
}

/**
 * What stands around an area at an instant (ISO; now where absent): its parent, those beside it, those under it.
 * Undefined until all of it is there.
 */
export function useSurroundings(area: AreaDetail, at: string | undefined): Around | undefined {
  const kinds = useRules('areaKinds')?.kinds;
  const parent = area.above.at(-1);
  const under = (kind: string) => (kinds ?? []).flatMap((one) => (one.under.includes(kind) ? [one.id] : []));
  const below = [area.kind, ...under(area.kind)];
  const beside = parent === undefined ? [] : [parent.kind, area.kind, ...under(parent.kind)];
  const ready = kinds !== undefined;
  const when = at === undefined ? {} : { at };
  const own = useAnswer(
    areaRoutes.exportAreas,
    { params: { code: area.code }, query: { ...when, kinds: [...new Set(below)].join(',') } },
    { enabled: ready },
  );
  const around = useAnswer(
    areaRoutes.exportAreas,
    { params: { code: parent?.code ?? area.code }, query: { ...when, kinds: [...new Set(beside)].join(',') } },
    { enabled: ready && parent !== undefined },
  );
  return useMemo(() => {
    if (own.data === undefined || (parent !== undefined && around.data === undefined)) return undefined;
    const inside = drawnIn(own.data.value);
    const outside = around.data === undefined ? [] : drawnIn(around.data.value);
    const mine = inside.find(({ code }) => code === area.code);
    const above = outside.find(({ code }) => code === parent?.code);
    const siblings = outside.filter((one) => one.parent === parent?.code && one.code !== area.code);
    const children = inside.filter((one) => one.parent === area.code);
    return {
      surroundings: surroundingsOf(area.code, above, siblings, children),
      mine: mine?.boundary,
      names: new Map([...outside, ...inside].map(({ code, name }) => [code, name])),
      outlines: [...(above === undefined ? [] : [{ ...above, name: '' }]), ...siblings].map(
        ({ code, name, boundary }) => ({ code, name, geometry: writable(boundary) }),
      ),
    };
  }, [area.code, parent, own.data, around.data]);
}

function drawnIn({ features }: AnswerOf<typeof areaRoutes.exportAreas>): readonly Drawn[] {
  return features.flatMap(({ properties: { code, name, parent }, geometry }): Drawn[] =>
    code === undefined || geometry?.type !== 'MultiPolygon'
      ? []
      : [{ code, name, parent, boundary: asMultiPolygon(geometry) }],
  );
}

/** The shape as GeoJSON's own types have it: they know nothing of what is read-only. */
export function writable({ coordinates }: MultiPolygon): Outline['geometry'] & { type: 'MultiPolygon' } {
  return {
    type: 'MultiPolygon',
    coordinates: coordinates.map((rings) => rings.map((ring) => ring.map((position) => [...position]))),
  };
}
