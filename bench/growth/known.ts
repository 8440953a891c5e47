import type { Costs } from './costs.ts';

/**
 * As measured on 2026-11-22: bytes of the stock of `bench -- lifecycle` with 30,000 cases (notices: of 77), what passes and
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
    notice: 4_400,
  },
  passing: { idempotency: 70_100, live_event: 5_240, jobs: 2_620 },
  program: 89.8,
  database: 74.6,
  rows: 78,
  messages: 14,
};
