import type { Body } from '@gezhi/domain/cases/index';
import { sql } from 'kysely';
import type { Trx } from '../../database/index.ts';

interface Named {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
}

/** The bodies that cells may name. */
export interface Bodies {
  readonly organisations: ReadonlyMap<string, Named>;
  /** Organisation ids by id, code and name. */
  readonly byText: ReadonlyMap<string, string>;
  /** Names that several have. */
  readonly several: ReadonlySet<string>;
  /** Areas that stand or stood, and whether a desk is there. */
  readonly hasDesk: ReadonlyMap<string, boolean>;
}

/** Reads the organisations that rows use and cells name. */
export async function readBodiesSaid(
  trx: Trx,
  county: string,
  what: {
    readonly used: readonly Body[];
    readonly typed: readonly string[];
    readonly hasDesk: ReadonlyMap<string, boolean>;
  },
): Promise<Bodies> {
  const ids = what.used.flatMap((body) => (body.kind === 'org' ? [body.org] : []));
  const texts = [...new Set([...ids, ...what.typed])];
  const { rows } = await sql<Named>`
    select id, code, name from organisation where county = ${county}
      and (id = any(${texts}::text[]) or code = any(${texts}::text[]) or name in
        (select name from organisation where county = ${county}
          and (id = any(${texts}::text[]) or name = any(${texts}::text[]))))
    order by retired_at is not null, id`.execute(trx);
  const byText = new Map<string, string>();
  const several = new Set<string>();
  for (const { id, code, name } of rows) {
    byText.set(id, id);
    if (code !== null) byText.set(code, id);
    if ((byText.get(name) ?? id) === id) byText.set(name, id);
    else several.add(name);
  }
  return { organisations: new Map(rows.map((row) => [row.id, row])), byText, several, hasDesk: what.hasDesk };
}

/** The body that a text names: an organisation by name, code or id; a desk or a grid by the code of its area. */
export function bodyIn({ byText, several, hasDesk }: Bodies, named: string): Body | undefined {
  const desk = hasDesk.get(named);
  if (desk !== undefined) return { kind: desk ? 'desk' : 'grid', area: named };
  const org = several.has(named) ? undefined : byText.get(named);
  return org === undefined ? undefined : { kind: 'org', org };
}

/** A body as a cell names it. */
export function bodyText({ organisations, several }: Bodies, body: Body): string {
  if (body.kind !== 'org') return body.area;
  const found = organisations.get(body.org);
  if (found === undefined) return body.org;
  return several.has(found.name) ? (found.code ?? found.id) : found.name;
}
