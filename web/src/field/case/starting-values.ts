import type { CaseView, StaffCommandName } from '@gezhi/contract/cases/index';

/** What a form begins with: what it is about, where that is clear. */
export function startingValues(found: CaseView, command: StaffCommandName): Readonly<Record<string, unknown>> {
  switch (command) {
    case 'judge':
      return { ask: found.asks.find(({ mine, judgedAt }) => mine && judgedAt === undefined)?.id };
    case 'answerSupervision':
      return { order: found.orders.find(({ mine, answeredAt }) => mine && answeredAt === undefined)?.id };
    case 'rateBody':
      return {
        workOrder: found.workOrders.find(({ by, rated }) => by === 'summons' && rated === undefined)?.id,
        came: false,
        worked: false,
        solved: false,
      };
    case 'callBack':
      return { answered: true };
    default:
      return {};
  }
}
