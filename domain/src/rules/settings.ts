/** So many within so many minutes. */
export interface Limit {
  readonly times: number;
  readonly minutes: number;
}

/** The numbers of a county that stand in no table of their own. */
export interface Settings {
  /** Share of cases solved on the spot that is drawn for checking, 0..1. */
  readonly sampleRate: number;
  readonly reopening: { readonly withinDays: number; readonly times: number };
  readonly rating: { readonly withinDays: number };
  /** Which open cases are shown before a new one is made. */
  readonly nearby: { readonly metres: number; readonly days: number };
  /** When anonymous reports are taken for a flood. */
  readonly flood: {
    /** Reports from one network address: more are refused for a while. */
    readonly perAddress: Limit;
    /** Reports without a verified phone in the whole county: more wait in quarantine for the desk. */
    readonly perCounty: Limit;
  };
  /** Wrong follow codes from one network address: more are refused for a while. */
  readonly wrongCodes: Limit;
  /** How long a reporter's phone, name and e-mail are kept after the case has ended: then their key is destroyed. */
  readonly retention: { readonly contactDays: number };
}

export const defaultSettings: Settings = {
  sampleRate: 0.1,
  reopening: { withinDays: 30, times: 2 },
  rating: { withinDays: 30 },
  nearby: { metres: 100, days: 30 },
  flood: { perAddress: { times: 10, minutes: 60 }, perCounty: { times: 60, minutes: 10 } },
  wrongCodes: { times: 10, minutes: 15 },
  retention: { contactDays: 730 },
};
