import {
  type Calendar,
  caseKinds,
  type ClockRule,
  isClockAmount,
  levels,
  type Matter,
  mostSpecific,
  stages,
  type TimedStage,
  urgencies,
} from '../cases/index.ts';
import { doubled, faultsOfArea, faultsOfCategory, type Known } from './known.ts';
import type { RuleFault } from './rule-kinds.ts';

/** Stages that only a summons has; its kind may have a clock of its own. */
const summonsStages: readonly TimedStage[] = ['reportIn', 'result'];

/** What keeps clock rules from being used, a matter without any clock above all. */
export function faultsOfClockRules(rows: readonly ClockRule[], known: Known, calendar: Calendar): RuleFault[] {
  return [
    ...doubled(
      rows.map(({ id }) => id),
      (index) => `rows.${index}.id`,
    ),
    ...rows.flatMap((row, index) => faultsOfRow(row, index, known)),
    ...untimed(rows, known, calendar),
  ];
}

function faultsOfRow(row: ClockRule, index: number, known: Known): RuleFault[] {
  const path = `rows.${index}`;
  const { summonsKind } = row;
  const faults = [
    ...faultsOfCategory(known, row.category, `${path}.category`),
    ...faultsOfArea(known, row.area, `${path}.area`),
  ];
  if (!isClockAmount(row.amount)) faults.push({ path: `${path}.amount`, code: 'rules.amount' });
  if (summonsKind !== undefined && !known.summonsKinds.has(summonsKind)) {
    faults.push({ path: `${path}.summonsKind`, code: 'rules.unknownSummonsKind', params: { id: summonsKind } });
  }
  return faults;
}

/** Every stage must have a rule for every matter, whatever its category, place and hour. */
function untimed(rows: readonly ClockRule[], known: Known, calendar: Calendar): RuleFault[] {
  const everywhere = rows.filter(
    (row) => row.category === undefined && row.area === undefined && row.window === undefined && row.from === undefined,
  );
  return stages.flatMap((stage): RuleFault[] => {
    if (stage === 'resume') return [];
    const own = everywhere.filter((row) => row.stage === stage);
    const kinds = summonsStages.includes(stage) ? [...known.summonsKinds] : [undefined];
    const hole = matters(kinds).find((matter) => mostSpecific(calendar, own, matter, 0) === undefined);
    if (hole === undefined) return [];
    const { urgency, kind, level, summonsKind = '' } = hole;
    return [{ path: 'rows', code: 'rules.stageWithoutClock', params: { stage, urgency, kind, level, summonsKind } }];
  });
}

function matters(summonsKinds: readonly (string | undefined)[]): Matter[] {
  return urgencies.flatMap((urgency) =>
    caseKinds.flatMap((kind) =>
      levels.flatMap((level) =>
        summonsKinds.map((summonsKind) => ({
          category: '',
          area: '',
          urgency,
          kind,
          level,
          ...(summonsKind !== undefined && { summonsKind }),
        })),
      ),
    ),
  );
}
