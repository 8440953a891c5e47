import { checkCoverage as check, type CoverageFault } from '@gezhi/domain/places/index';
import type { Trx } from '../database/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { nameOf } from './area-row.ts';
import { findAreaRow, listAreaRows, type StoredArea } from './area-store.ts';
import { readBoundaries, type StoredBoundary } from './boundary-store.ts';
import { iso } from './deps.ts';

const mostChildren = 5_000;

/** Whether the areas directly under one cover it without gap or overlap at an instant (epoch ms). */
export async function checkCoverage(trx: Trx, county: string, code: string, at: number) {
  const parent = await findAreaRow(trx, county, code);
  if (parent === undefined) return refuse('area.notFound', { params: { area: code } }) satisfies Refusal;
  const children = (await listAreaRows(trx, county, { parent: code, retired: true }, undefined, mostChildren)).filter(
    (row) => livesAt(row, at),
  );
  const all = [parent, ...children];
  const versions = await readBoundaries(
    trx,
    county,
    all.map((row) => row.code),
  );
  const boundaries = new Map(versions.filter((row) => holdsAt(row, at)).map((row) => [row.area, row.boundary]));
  const drawn = ({ code: own }: StoredArea) => {
    const boundary = boundaries.get(own);
    return boundary === undefined ? { code: own } : { code: own, boundary };
  };
  const report = check(drawn(parent), children.map(drawn));
  return {
    parent: code,
    at: iso(at),
    squareMetres: report.squareMetres,
    children: children.length,
    faults: report.faults.map(shownFault),
    undrawn: all.filter((row) => !boundaries.has(row.code)).map(nameOf),
    complete: report.complete,
  };
}

/** Whether an area stands at an instant. */
export function livesAt(row: Pick<StoredArea, 'valid_from' | 'retired_at'>, at: number): boolean {
  return Date.parse(row.valid_from) <= at && (row.retired_at === null || at < Date.parse(row.retired_at));
}

/** Whether a version of a boundary holds at an instant. */
export function holdsAt(row: Pick<StoredBoundary, 'validFrom' | 'validTo'>, at: number): boolean {
  return Date.parse(row.validFrom) <= at && (row.validTo === null || at < Date.parse(row.validTo));
}

function shownFault(fault: CoverageFault) {
  const { kind, codes: areas, squareMetres } = fault;
  switch (fault.kind) {
    case 'unchecked':
      return { kind, areas: [...areas], squareMetres };
    case 'invalid':
      return {
        kind,
        areas: [...areas],
        squareMetres,
        problem: fault.problem,
        geometry: fault.geometry,
        at: fault.at,
      };
    default:
      return { kind, areas: [...areas], squareMetres, geometry: fault.geometry };
  }
}
