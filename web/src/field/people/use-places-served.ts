import { peopleRoutes } from '@gezhi/contract/people/index';
import type { PersonRow } from '@gezhi/contract/people/index';
import { areaRoutes } from '@gezhi/contract/places/index';
import { useAnswer } from '../../api/query.ts';
import { areasServed } from './serves.ts';

/** The question for the names of the areas that people serve; asked ahead, too, for where there is no line. */
export const namesAsked = (rows: readonly PersonRow[]) => ({ query: { codes: areasServed(rows).join(',') } });

/** The names of the areas and bodies that people serve, in one question for all of them. */
export function usePlacesServed(rows: readonly PersonRow[]): (codeOrId: string) => string | undefined {
  const asked = namesAsked(rows);
  const areas = useAnswer(areaRoutes.areaNames, asked, { enabled: asked.query.codes !== '' });
  const bodies = useAnswer(peopleRoutes.listOrganisations, { query: { limit: 100 } });
  const named = new Map([
    ...(areas.data?.value.rows ?? []).map(({ code, name }) => [code, name] as const),
    ...(bodies.data?.value.rows ?? []).map(({ id, name }) => [id, name] as const),
  ]);
  return (key) => named.get(key);
}
