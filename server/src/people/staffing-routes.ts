import {
  type StaffingAreaRow,
  type StaffingCoverageRow,
  type StaffingGapRow,
  staffingRoutes,
} from '@gezhi/contract/people/index';
import { type Coverage, coverageOf, gapsOf, type RuleStanding } from '@gezhi/domain/people/index';
import type { FastifyInstance } from 'fastify';
import { cursorAfter, pageOf, positionIn, serve } from '../http/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { iso } from './deps.ts';
import type { PeopleRouteDeps } from './routes.ts';
import { gapColumns } from './sheets.ts';
import type { BoardArea, CountyStaffing, StaffingBoard } from './staffing-board.ts';
import { staffOf } from './staff-call.ts';

const figuresOf = ({ units, staffed, needed, held, missing, rate }: Coverage) => ({
  units,
  staffed,
  needed,
  held,
  missing,
  ...(rate === undefined ? {} : { rate }),
});

function coverageRow(standing: RuleStanding, area: string | undefined): StaffingCoverageRow {
  const { rule } = standing;
  const coverage = coverageOf(standing, area);
  return {
    rule: rule.id,
    name: rule.name,
    per: rule.unit.per,
    ...figuresOf(coverage),
    needs: rule.needs.map(({ id, name, min }, index) => ({
      id,
      name,
      min,
      needed: coverage.needs[index]?.needed ?? 0,
      held: coverage.needs[index]?.held ?? 0,
      counted: coverage.needs[index]?.counted ?? 0,
    })),
  };
}

interface PlacedGap {
  readonly row: StaffingGapRow;
  readonly at: readonly [rule: number, position: number];
}

/** Gaps rule by rule, in order of the places, beginning after one. */
function* allGaps(
  { standings, areas, names }: CountyStaffing,
  filter: {
    readonly area?: string | undefined;
    readonly rule?: string | undefined;
    readonly need?: string | undefined;
  },
  after: readonly [number, number],
): Generator<PlacedGap> {
  for (const [index, standing] of standings.entries()) {
    const { rule } = standing;
    if (index < after[0] || (filter.rule !== undefined && filter.rule !== rule.id)) continue;
    const start = index === after[0] ? after[1] : -1;
    for (const { position, unit, need, held, missing } of gapsOf(standing, filter.area, start, filter.need)) {
      const { department } = unit;
      const name = unit.kind === 'area' ? areas.get(unit.id)?.name : names.get(unit.id);
      yield {
        at: [index, position],
        row: {
          rule: rule.id,
          ruleName: rule.name,
          need: need.id,
          needName: need.name,
          unit: { kind: unit.kind, id: unit.id, name: name ?? unit.id },
          area: unit.area,
          needed: need.min,
          held,
          missing,
          ...(department === undefined
            ? {}
            : { department: { id: department, name: names.get(department) ?? department } }),
        },
      };
    }
  }
}

function sumOf(rows: readonly Coverage[]): Omit<StaffingAreaRow, 'area' | 'name'> {
  const sum = (part: (one: Coverage) => number) => rows.reduce((all, one) => all + part(one), 0);
  const needed = sum((one) => one.needed);
  const held = sum((one) => one.held);
  return {
    units: sum((one) => one.units),
    staffed: sum((one) => one.staffed),
    needed,
    held,
    missing: needed - held,
    ...(needed === 0 ? {} : { rate: held / needed }),
  };
}

/** The areas directly below one: in order of codes, each that does not lie under the one before. */
function childrenOf({ areas, at }: CountyStaffing, under: string): readonly BoardArea[] {
  const below = [...areas.values()]
    .filter(({ code }) => code.length > under.length && code.startsWith(under))
    .filter(({ validFrom, retiredAt = Infinity }) => validFrom <= at && at < retiredAt)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const children: BoardArea[] = [];
  for (const area of below) {
    const last = children.at(-1);
    if (last === undefined || !area.code.startsWith(last.code)) children.push(area);
  }
  return children;
}

/** The staffing of each area directly below one. */
function areaRows(staffing: CountyStaffing, under: string, rule: string | undefined): readonly StaffingAreaRow[] {
  const chosen = staffing.standings.filter((one) => rule === undefined || one.rule.id === rule);
  return childrenOf(staffing, under).map(({ code, name }) => ({
    area: code,
    name,
    ...sumOf(chosen.map((standing) => coverageOf(standing, code))),
  }));
}

/** Staffing: coverage, gaps, and the same by area. */
export function serveStaffing(app: FastifyInstance, deps: PeopleRouteDeps, board: StaffingBoard): void {
  serve(app, deps, staffingRoutes.coverage, async ({ actor, query }) => {
    const staffing = await board.of(staffOf(actor).county);
    if (staffing === undefined) return refuse('rules.notFound');
    return {
      at: iso(staffing.at),
      rules: staffing.standings.map((standing) => coverageRow(standing, query.area)),
    };
  });
  const { name } = staffingRoutes.gaps;
  serve(
    app,
    deps,
    staffingRoutes.gaps,
    async ({ actor, query }) => {
      const after = positionIn(deps.keys, name, query.cursor);
      if (isRefusal(after)) return after;
      const staffing = await board.of(staffOf(actor).county);
      if (staffing === undefined) return refuse('rules.notFound');
      const from = [Number(after?.[0] ?? 0), Number(after?.[1] ?? -1)] as const;
      const found: PlacedGap[] = [];
      for (const gap of allGaps(staffing, query, from)) {
        found.push(gap);
        if (found.length > query.limit) break;
      }
      return pageOf(
        found,
        query.limit,
        ({ row }) => row,
        ({ at }) => cursorAfter(deps.keys, name, at),
      );
    },
    { csv: gapColumns },
  );
  serve(app, deps, staffingRoutes.byArea, async ({ actor, query }) => {
    const { county } = staffOf(actor);
    const staffing = await board.of(county);
    if (staffing === undefined) return refuse('rules.notFound');
    return { rows: [...areaRows(staffing, query.area ?? county, query.rule)] };
  });
}
