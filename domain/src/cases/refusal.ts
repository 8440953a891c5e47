/** Why a command is refused. Stable codes; the catalogues hold the sentences. */
export const refusalCodes = [
  'notInThisState',
  'notYours',
  'noDesk',
  'unknownBody',
  'sameBodyTwice',
  'unknownSummonsKind',
  'unknownWorkOrder',
  'workOrderUnclear',
  'notAnsweredYet',
  'alreadyAnswered',
  'alreadyAsked',
  'alreadyJudged',
  'unknownAsk',
  'unknownOrder',
  'dateNotAhead',
  'amountNotLarger',
  'noClock',
  'noClockRule',
  'onTheGate',
  'notOnAGrid',
  'tooLate',
  'tooOften',
  'nothingAnsweredYet',
  'atTheTop',
  'sameCase',
  'otherNotOpen',
  'hasChildren',
  'tooFewChildren',
  'ownWork',
  'nothingToCorrect',
  'notSummoned',
  'timeBackwards',
  'nobodyToAsk',
  'complainedAbout',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** A refusal as a decision answers it. */
export const refuse = (
  code: RefusalCode,
  detail?: Refusal['detail'],
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: detail ? { code, detail } : { code },
});
