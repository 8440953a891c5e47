import type { TriedAnswer } from '@gezhi/contract/rules/index';
import {
  type Body,
  type Calendar,
  type CaseKind,
  type Conditions,
  type Desk,
  deskAt,
  type Level,
  type Matter,
  mostSpecific,
  passesGate,
  reckonDue,
  routeCase,
  type Rules,
  stages,
  type Urgency,
} from '@gezhi/domain/cases/index';
import type { Instant } from '@gezhi/domain/time';

/** What is asked: a matter at a place and a time. */
export interface Asked {
  readonly category: string;
  readonly area: string;
  readonly at: Instant;
  readonly urgency: Urgency;
  readonly kind: CaseKind;
  readonly level?: Level | undefined;
  readonly summonsKind?: string | undefined;
}

/** Names for the answer. */
export interface Names {
  readonly area: (code: string) => string;
  readonly body: (body: Body) => TriedAnswer['duty']['lead'];
}

const asksFor = ['category', 'area', 'level', 'kind', 'urgency', 'summonsKind'] as const;

/** The conditions of a row, each with what it asked for. */
function because(row: Conditions | undefined): TriedAnswer['duty']['because'] {
  if (row === undefined) return [];
  const stated = asksFor.flatMap((condition) => {
    const value = row[condition];
    return value === undefined ? [] : [{ condition, value }];
  });
  const { window, from } = row;
  return [
    ...stated,
    ...(window === undefined ? [] : [{ condition: 'window', value: `${window.days} ${window.from}–${window.to}` }]),
    ...(from === undefined ? [] : [{ condition: 'from', value: new Date(from).toISOString() }]),
  ];
}

/** Every row that fits, the most exact first. */
function fitting<Row extends Conditions>(
  calendar: Calendar,
  rows: readonly Row[],
  matter: Matter,
  at: Instant,
): readonly Row[] {
  const best = mostSpecific(calendar, rows, matter, at);
  if (best === undefined) return [];
  const others = rows.filter((row) => row !== best);
  return [best, ...fitting(calendar, others, matter, at)];
}

/** What would become of a matter under these rules. Undefined where no desk answers for the area. */
export function tryRules(rules: Rules, desks: readonly Desk[], names: Names, asked: Asked): TriedAnswer | undefined {
  const desk = deskAt(desks, asked.area);
  if (desk === undefined) return undefined;
  const { category, area, urgency, kind, at, summonsKind } = asked;
  const level = asked.level ?? desk.level;
  const matter: Matter = { category, area, level, kind, urgency, ...(summonsKind !== undefined && { summonsKind }) };
  const route = routeCase(rules.calendar, rules.dutyList, matter, desk.area, at);
  const [row, ...others] = fitting(rules.calendar, rules.dutyList.rows, matter, at);
  return {
    at: new Date(at).toISOString(),
    area: { code: area, name: names.area(area) },
    desk: { code: desk.area, name: names.area(desk.area) },
    duty: {
      version: route.version,
      ...(route.row !== undefined && { row: route.row }),
      gap: route.gap,
      because: because(row),
      lead: names.body(route.lead),
      supporting: route.supporting.map(names.body),
      others: others.map(({ id }) => id),
      onTheGate: passesGate(rules.gate, category),
    },
    clocks: clocksOf(rules, matter, at),
  };
}

function clocksOf({ calendar, clocks }: Rules, matter: Matter, at: Instant): TriedAnswer['clocks'] {
  const ofSummons = matter.summonsKind !== undefined;
  return stages
    .filter((stage) => stage !== 'resume' && (ofSummons || (stage !== 'reportIn' && stage !== 'result')))
    .map((stage) => {
      const own = clocks.rows.filter((rule) => rule.stage === stage);
      const [rule, ...others] = fitting(calendar, own, matter, at);
      const due = rule && reckonDue(calendar, rule.amount, at, []);
      return {
        stage,
        ...(rule && { rule: rule.id, amount: rule.amount }),
        because: because(rule),
        ...(due?.state === 'due' && { dueAt: new Date(due.at).toISOString() }),
        others: others.map(({ id }) => id),
      };
    });
}
