import type { ClockAmount } from './clock/index.ts';
import type { Stage } from './clock-record.ts';
import type { Conditions } from './specificity.ts';

/** Stages that a rule times; the day of resuming is a date, not an amount. */
export type TimedStage = Exclude<Stage, 'resume'>;

/** One row of the clock rules: how long a stage may take for which matters. */
export interface ClockRule extends Conditions {
  readonly id: string;
  readonly stage: TimedStage;
  readonly amount: ClockAmount;
}

const minutes = (kind: 'running' | 'working', amount: number): ClockAmount => ({ kind, amount });
const workingDays = (amount: number): ClockAmount => ({ kind: 'workingDays', amount });

/** An ordinary and an urgent row of one stage. */
const pair = (stage: TimedStage, ordinary: ClockAmount, urgent: ClockAmount): readonly ClockRule[] => [
  { id: `${stage}.ordinary`, stage, urgency: 'ordinary', amount: ordinary },
  { id: `${stage}.urgent`, stage, urgency: 'urgent', amount: urgent },
];

/** The clocks a new county starts with (the design's table of clocks). */
export const defaultClockRules: readonly ClockRule[] = [
  ...pair('accept', minutes('working', 120), minutes('running', 30)),
  ...pair('dispatch', minutes('working', 120), minutes('running', 30)),
  ...pair('acknowledge', minutes('working', 60), minutes('running', 30)),
  ...pair('contact', minutes('running', 1440), minutes('running', 60)),
  { id: 'handle.ordinary', stage: 'handle', urgency: 'ordinary', kind: 'ordinary', amount: workingDays(5) },
  { id: 'handle.microProject', stage: 'handle', urgency: 'ordinary', kind: 'microProject', amount: workingDays(3) },
  { id: 'handle.complex', stage: 'handle', urgency: 'ordinary', kind: 'complex', amount: workingDays(15) },
  { id: 'handle.urgent', stage: 'handle', urgency: 'urgent', amount: minutes('running', 240) },
  ...pair('verify', workingDays(1), minutes('working', 240)),
  { id: 'judge', stage: 'judge', amount: workingDays(1) },
  ...pair('supervision', minutes('working', 240), minutes('running', 60)),
  { id: 'reportIn', stage: 'reportIn', amount: minutes('working', 60) },
  { id: 'reportIn.urgent', stage: 'reportIn', summonsKind: 'urgent', amount: minutes('running', 60) },
  { id: 'result', stage: 'result', amount: workingDays(3) },
  { id: 'result.complex', stage: 'result', kind: 'complex', amount: workingDays(5) },
  { id: 'result.urgent', stage: 'result', summonsKind: 'urgent', kind: 'ordinary', amount: minutes('running', 1440) },
  {
    id: 'result.urgent.complex',
    stage: 'result',
    summonsKind: 'urgent',
    kind: 'complex',
    amount: minutes('running', 1440),
  },
  {
    id: 'result.urgent.microProject',
    stage: 'result',
    summonsKind: 'urgent',
    kind: 'microProject',
    amount: minutes('running', 1440),
  },
];
