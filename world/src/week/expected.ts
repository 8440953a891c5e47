import type { CaseState, LightColour } from '@gezhi/domain/cases/index';
import type { MatterName } from './step.ts';

/** How a matter stands on Monday 2026-11-30 at 18:00; times are local minutes of 2026. */
export interface ExpectedMatter {
  readonly state: CaseState;
  readonly light: LightColour;
  /** Whether it was finished in time, once it is closed. */
  readonly inTime?: boolean;
  /** The deadline everybody sees, while it is open. */
  readonly due?: string;
  /** When its clocks ended or end, in the order they began: `stage.ordinal`. */
  readonly clocks: Readonly<Record<string, string>>;
  /** Clocks that were not met in time. */
  readonly late?: readonly string[];
  readonly level?: 'community' | 'street' | 'county' | 'grid';
  readonly supporters?: number;
  readonly reworks?: number;
}

export const expectedMatters: Readonly<Record<MatterName, ExpectedMatter>> = {
  '1': {
    state: 'closed',
    light: 'green',
    inTime: true,
    clocks: {
      'acknowledge.1': '11-20T10:35',
      'contact.1': '11-21T10:05',
      'handle.1': '11-27T18:00',
      'verify.1': '11-25T18:00',
    },
    supporters: 1,
  },
  '2': {
    state: 'closed',
    light: 'green',
    inTime: true,
    clocks: { 'accept.1': '11-20T20:10', 'handle.1': '11-20T23:43', 'verify.1': '11-23T12:00' },
  },
  '3': { state: 'closed', light: 'green', inTime: true, clocks: { 'verify.1': '11-23T18:00' }, level: 'grid' },
  '4': {
    state: 'closed',
    light: 'green',
    inTime: false,
    clocks: {
      'reportIn.1': '11-20T15:10',
      'reportIn.3': '11-20T15:10',
      'result.1': '11-25T18:00',
      'result.3': '11-25T18:00',
      'verify.1': '11-27T18:00',
    },
    late: ['reportIn.3', 'result.3'],
  },
  '5': {
    state: 'handled',
    light: 'yellow',
    due: '12-01T18:00',
    clocks: {
      'handle.1': '11-27T18:00',
      'handle.2': '12-01T18:00',
      'resume.1': '11-25T09:00',
      'verify.1': '12-01T18:00',
    },
  },
  '7': {
    state: 'handling',
    light: 'red',
    due: '11-27T18:00',
    clocks: { 'contact.1': '11-21T22:31', 'handle.1': '11-27T18:00' },
    late: ['handle.1', 'supervision.2'],
    supporters: 2,
  },
  '8a': {
    state: 'closed',
    light: 'awaiting',
    inTime: true,
    clocks: { 'contact.1': '11-21T16:05', 'handle.1': '11-27T18:00' },
    late: ['contact.1'],
  },
  '8b': { state: 'rejected', light: 'none', clocks: { 'accept.1': '11-20T17:50', 'judge.1': '11-24T18:00' } },
  '9': {
    state: 'handling',
    light: 'red',
    due: '12-02T18:00',
    clocks: { 'handle.1': '11-27T18:00', 'verify.1': '11-24T18:00', 'handle.2': '12-02T18:00' },
    reworks: 2,
  },
  '10': { state: 'closed', light: 'awaiting', inTime: true, clocks: { 'handle.1': '11-27T18:00' } },
  '12': {
    state: 'handling',
    light: 'yellow',
    due: '12-11T18:00',
    clocks: { 'handle.1': '12-11T18:00' },
    level: 'county',
  },
};

/** A supervision order as it stands at the end. */
export interface ExpectedOrder {
  readonly matter: MatterName;
  readonly order: string;
  readonly reasons: readonly string[];
  readonly at: string;
  readonly answered?: string;
  /** When it went up to the county, and until when that desk may answer. */
  readonly wentUp?: { readonly at: string; readonly due: string };
}

/** All of them to the street desk, over the community's. */
export const expectedOrders: readonly ExpectedOrder[] = [
  { matter: '4', order: 'so.1', reasons: ['overdue'], at: '11-25T18:00', answered: '11-26T09:30' },
  { matter: '7', order: 'so.1', reasons: ['raisedAgain'], at: '11-22T23:05', answered: '11-23T11:00' },
  {
    matter: '7',
    order: 'so.2',
    reasons: ['overdue'],
    at: '11-27T18:00',
    wentUp: { at: '11-30T12:00', due: '11-30T18:00' },
  },
  { matter: '9', order: 'so.1', reasons: ['unresolved'], at: '11-24T20:00', answered: '11-25T09:30' },
];

/** The rates with their Wilson intervals, in per cent. None is ranked. */
export const expectedRates: readonly [
  code: string,
  part: number,
  n: number,
  percent: string,
  low: string,
  high: string,
][] = [
  ['response', 7, 8, '87.50', '52.91', '97.76'],
  ['resolution', 2, 3, '66.67', '20.77', '93.85'],
  ['satisfaction', 2, 3, '66.67', '20.77', '93.85'],
  ['completion', 7, 10, '70.00', '39.68', '89.22'],
  ['closure', 6, 7, '85.71', '48.69', '97.43'],
  ['onTime', 5, 7, '71.43', '35.89', '91.78'],
  ['handBack', 1, 9, '11.11', '1.99', '43.50'],
  ['deferral', 1, 9, '11.11', '1.99', '43.50'],
  ['rework', 1, 9, '11.11', '1.99', '43.50'],
];
