import { areaRoutes } from '@gezhi/contract/places/index';
import { parentOf } from '@gezhi/domain/places/index';
import { useQuery } from '@tanstack/react-query';
import { read, useAnswer } from '../../api/query.ts';
import { useRules } from '../rules/use-rules.ts';

const KEPT = 600_000;
/** Areas directly under one: a page may name hundreds of them, and asks once. */
const MOST = 1000;

/**
 * The name of an area. A page that shows many codes reads the names of all areas under the same parent at once, so the
 * calls grow with the parents and not with the rows. Undefined while it is read; the code where nothing names it.
 */
export function useAreaName(code: string): string | undefined {
  const scheme = useRules('areaKinds')?.scheme;
  const parent = scheme === undefined ? undefined : (parentOf(scheme, code) ?? '');
  const together = parent !== undefined && parent !== '' && code.length > COUNTY;
  const siblings = useQuery({
    // Begins like the list of areas, so that whatever refreshes that refreshes the names too.
    queryKey: [areaRoutes.listAreas.name, 'names', parent],
    queryFn: () => namesUnder(parent ?? ''),
    enabled: together,
    staleTime: KEPT,
  });
  const found = siblings.data?.get(code);
  const missed = together ? !siblings.isPending && found === undefined : parent !== undefined;
  const alone = useAnswer(areaRoutes.getArea, { params: { code } }, { enabled: missed, staleTime: KEPT });
  return found ?? alone.data?.value.name ?? (alone.isError ? code : undefined);
}

/** Digits of the code of a county: what stands above it belongs to nobody here. */
const COUNTY = 6;

async function namesUnder(parent: string): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const query = { parent, retired: 'true' as const, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const { value } = await read(areaRoutes.listAreas, { query });
    for (const { code, name } of value.rows) names.set(code, name);
    cursor = value.next;
  } while (cursor !== undefined && names.size < MOST);
  return names;
}
