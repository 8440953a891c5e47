/** Days after which what passes is forgotten: keys, the live stream, pg-boss's finished jobs. */
export const passingDays = { idempotency: 30, live_event: 1, jobs: 7 } as const;
type Passing = keyof typeof passingDays;

/** What one case of the usual way costs, as measured: `bench -- growth check` prints these. */
export interface Costs {
  /** Bytes that stay, with indexes, by table. */
  readonly bytes: Readonly<Record<string, number>>;
  /** Bytes of what is forgotten after some days: keys of repeated calls, the live stream, finished jobs. */
  readonly passing: Readonly<Record<Passing, number>>;
  /** Milliseconds of processor time for each whole case (report, six steps and its reading). */
  readonly program: number;
  readonly database: number;
  /** Rows a case writes, of all tables. */
  readonly rows: number;
  /** Live messages a case makes. */
  readonly messages: number;
}

/** What nobody has measured: said, so that it can be changed. */
export interface Assumptions {
  readonly grids: number;
  readonly residents: number;
  readonly casesADay: number;
  /** Part of a day's cases in its busiest hour. */
  readonly busiestHour: number;
  readonly counties: number;
  /** Part of the cases in the largest county. */
  readonly largestCounty: number;
  /** Years that a closed case stays in the working tables. */
  readonly years: number;
  /** Desks and field apps open at once. */
  readonly streams: number;
  /** How much of its processors a machine may use in the busiest hour. */
  readonly fullness: number;
  /** Processors of one machine. */
  readonly cores: number;
  /** Bytes that one machine's disk should hold of it, so that a copy is made within a night. */
  readonly diskBytes: number;
}

export const province: Assumptions = {
  grids: 500_000,
  residents: 100_000_000,
  casesADay: 1_500_000,
  busiestHour: 0.12,
  counties: 110,
  largestCounty: 0.03,
  years: 3,
  streams: 50_000,
  fullness: 0.5,
  cores: 32,
  diskBytes: 4e12,
};

/** One hundredth of it, which one machine can play. */
export const hundredth: Assumptions = {
  ...province,
  grids: 5_000,
  residents: 1_000_000,
  casesADay: 15_000,
  counties: 1,
  largestCounty: 1,
  streams: 500,
};
