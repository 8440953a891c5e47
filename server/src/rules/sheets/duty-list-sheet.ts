import type { DutyRowBody } from '@gezhi/contract/rules/index';
import { sayNamed } from '@gezhi/contract/words/index';
import { type Body, caseKinds, levels, urgencies } from '@gezhi/domain/cases/index';
import type { Values } from '@gezhi/domain/sheets/index';
import type { CellFault, SheetColumn, SheetContext, SheetKind } from '../../sheets/index.ts';
import { listAreaLines } from '../known-store.ts';
import type { RuleCut } from '../rule-cut.ts';
import type { writeRules } from '../write-rules.ts';
import { type Bodies, bodyIn, bodyText, readBodiesSaid } from './bodies-said.ts';
import { ruleSheet } from './rule-sheet.ts';

type Row = DutyRowBody & Readonly<Record<string, unknown>>;

const text = (value: Values[string] | undefined): string => (typeof value === 'string' ? value.trim() : '');
const split = (cell: string): readonly string[] =>
  cell
    .split(/[;；、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const minutesOf = (typed: string): number | undefined => {
  const found = /^(\d{1,2}):(\d{2})$/.exec(typed.normalize('NFKC'));
  if (found === null) return undefined;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes <= 1_440 ? minutes : undefined;
};
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function choice(key: string, heading: SheetColumn['heading'], start: string, codes: readonly string[]): SheetColumn {
  return {
    key,
    heading,
    type: 'choice',
    choices: ({ locale }) =>
      Promise.resolve(codes.map((code) => ({ code, name: sayNamed(locale, start + code, code) }))),
  };
}

const columns: readonly SheetColumn[] = [
  { key: 'id', heading: 'rules.column.id', type: 'code', required: true, longest: 60 },
  { key: 'category', heading: 'rules.column.category', type: 'code', longest: 20 },
  { key: 'area', heading: 'rules.column.area', type: 'code', longest: 30 },
  { key: 'lead', heading: 'rules.column.lead', type: 'text', required: true, longest: 100, note: 'rules.note.body' },
  { key: 'supporting', heading: 'rules.column.supporting', type: 'text', longest: 2_000, note: 'rules.note.bodies' },
  choice('setsLevel', 'rules.column.setsLevel', 'case.level.', levels),
  choice('setsUrgency', 'rules.column.setsUrgency', 'case.urgency.', urgencies),
  choice('setsKind', 'rules.column.setsKind', 'case.kind.', caseKinds),
  choice('windowDays', 'rules.column.window.days', 'rules.days.', ['workdays', 'offDays', 'all']),
  { key: 'windowFrom', heading: 'rules.column.window.from', type: 'text', longest: 5 },
  { key: 'windowTo', heading: 'rules.column.window.to', type: 'text', longest: 5 },
  { key: 'from', heading: 'rules.column.from', type: 'instant' },
];

function valuesOf(row: Row, bodies: Bodies, said: Values = {}): Values {
  const alike = (key: 'lead' | 'supporting', is: readonly Body[]) => {
    const typed = split(text(said[key])).map((one) => bodyIn(bodies, one));
    const same = typed.length === is.length && typed.every((one, at) => JSON.stringify(one) === JSON.stringify(is[at]));
    return same && is.length > 0 ? text(said[key]) : is.map((one) => bodyText(bodies, one)).join('; ') || null;
  };
  return {
    id: row.id,
    category: row.category ?? null,
    area: row.area ?? null,
    lead: alike('lead', [row.lead]),
    supporting: alike('supporting', row.supporting),
    setsLevel: row.setsLevel ?? null,
    setsUrgency: row.setsUrgency ?? null,
    setsKind: row.setsKind ?? null,
    windowDays: row.window?.days ?? null,
    windowFrom: row.window === undefined ? null : clockOf(row.window.from),
    windowTo: row.window === undefined ? null : clockOf(row.window.to),
    from: row.from === undefined ? null : new Date(row.from).toISOString(),
  };
}

const plain = ['category', 'area', 'setsLevel', 'setsUrgency', 'setsKind', 'from'] as const;

function rowOf(values: Values, before: Row | undefined, bodies: Bodies): Row {
  const row: Record<string, unknown> = { ...before, id: text(values['id']) };
  for (const key of plain) {
    if (values[key] === undefined) continue;
    if (text(values[key]) === '') delete row[key];
    else row[key] = text(values[key]);
  }
  const known = (cell: string) => split(cell).flatMap((one) => bodyIn(bodies, one) ?? []);
  if (values['lead'] !== undefined) [row['lead']] = known(text(values['lead']));
  if (values['supporting'] !== undefined || before === undefined) row['supporting'] = known(text(values['supporting']));
  if (values['windowDays'] !== undefined) {
    const [from, to] = [minutesOf(text(values['windowFrom'])), minutesOf(text(values['windowTo']))];
    if (text(values['windowDays']) === '') delete row['window'];
    else row['window'] = { days: text(values['windowDays']), from: from ?? 0, to: to ?? 1_440 };
  }
  return row as Row;
}

function cellFaults(values: Values, bodies: Bodies): readonly CellFault[] {
  const faults: CellFault[] = [];
  for (const column of ['lead', 'supporting'] as const) {
    const named = split(text(values[column]));
    if (named.some((one) => bodies.several.has(one))) faults.push({ column, code: 'sheet.fault.orgSeveral' });
    else if (named.some((one) => bodyIn(bodies, one) === undefined))
      faults.push({ column, code: 'sheet.fault.orgUnknown' });
  }
  for (const column of ['windowFrom', 'windowTo'] as const) {
    const typed = text(values[column]);
    if (typed !== '' && minutesOf(typed) === undefined) faults.push({ column, code: 'rules.fault.clock' });
  }
  return faults;
}

async function look({ trx, county }: SheetContext, cut: RuleCut, values: readonly Values[]): Promise<Bodies> {
  const used = cut.dutyList.body.rows.flatMap(({ lead, supporting }) => [lead, ...supporting]);
  const typed = values.flatMap((row) => [...split(text(row['lead'])), ...split(text(row['supporting']))]);
  const desks = new Set(cut.areaKinds.body.kinds.filter(({ desk }) => desk).map(({ id }) => id));
  const areas = await listAreaLines(trx, county);
  return readBodiesSaid(trx, county, {
    used,
    typed,
    hasDesk: new Map(areas.map(({ code, kind }) => [code, desks.has(kind)])),
  });
}

/** The duty list as a sheet, told again by the names of its rows; a body is named by its name or code, a desk by its area. */
export function dutyListSheet(deps: Parameters<typeof writeRules>[0]): SheetKind {
  return ruleSheet<Row, Bodies>(deps, {
    kind: 'dutyList',
    name: 'rules.kind.dutyList',
    key: 'id',
    columns,
    listOf: (cut) => cut.dutyList.body.rows,
    bodyWith: (_cut, rows) => ({ rows }),
    look,
    valuesOf,
    rowOf,
    cellFaults,
    columnOf: (path) => {
      const [first = 'id', second = ''] = path.split('.');
      if (first !== 'window') return first === '' ? 'id' : first;
      return second === 'from' ? 'windowFrom' : second === 'to' ? 'windowTo' : 'windowDays';
    },
  });
}
