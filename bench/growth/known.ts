import type { Costs } from './costs.ts';

/**
 * As measured on 2026-11-22 and 2026-11-23: bytes of the stock of `bench -- lifecycle` with 30,000 cases (notices: of 77; `figure_case`: a million), what passes and
 * processor time by `bench -- growth check` on one grid.
 */
export const costs: Costs = {
  bytes: {
    case_file: 3_390,
    case_event: 12_350,
    case_clock: 11,
    case_word: 9_830,
    case_follow: 308,
    public_case: 11,
    work_order: 309,
    figure_case: 341,
    notice: 4_400,
  },
  passing: { idempotency: 3_400, live_event: 4_340, jobs: 4_220 },
  program: 67.6,
  database: 59.4,
  rows: 79,
  messages: 14,
};
