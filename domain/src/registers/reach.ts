/** A household as a group's coverage sees it. */
export interface ReachHousehold {
  readonly id: string;
  /** Code of its microgrid. */
  readonly area: string;
  /** It has moved away: it is reached no more and counted no more. */
  readonly moved: boolean;
}

/** One household in one group. */
export interface Membership {
  readonly group: string;
  readonly household: string;
}

/** What a group's owner reported for an area, where the households themselves are not kept. */
export interface Report {
  readonly group: string;
  readonly area: string;
  readonly households: number;
}

/** Counts from which coverage follows; each is a number of rows, so a database can count them. */
export interface ReachTally {
  /** Households of the area now. */
  readonly households: number;
  /** Of them, in at least one of its groups. */
  readonly distinct: number;
  /** Memberships of households that live in the area now: one household in two groups counts twice. */
  readonly memberships: number;
  /** Memberships of households that moved away. */
  readonly moved: number;
  /** Memberships of households that live outside the area. */
  readonly outside: number;
  /** Sum of what owners reported. */
  readonly reported: number;
  /** Households that reports alone prove, beyond those listed: by area, the largest report of one group less those listed there. */
  readonly proven: number;
  /** The most that reports allow beyond those listed: by area, their sum, within the households not listed. */
  readonly possible: number;
}

/** Coverage of an area, and why a sum of reports differs from it. */
export interface Coverage {
  readonly households: number;
  /** Households reached at least once, as far as it is certain. */
  readonly reached: number;
  /** Were every reported household another one. */
  readonly atMost: number;
  /** Parts of 1, never above it; absent where there are no households to count. */
  readonly rate?: number;
  readonly rateAtMost?: number;
  /** What the groups say, added up: listed memberships and reports. */
  readonly claimed: number;
  /** `claimed` = `reached` + the sum of these. */
  readonly difference: {
    /** In several groups and counted each time. */
    readonly twice: number;
    readonly moved: number;
    readonly outside: number;
    /** Reported only as a number, of which nobody can say which households they are. */
    readonly unproven: number;
  };
}

/** The coverage that a tally gives. */
export function coverageOf(tally: ReachTally): Coverage {
  const reached = Math.min(tally.households, tally.distinct + tally.proven);
  const atMost = Math.min(tally.households, Math.max(reached, tally.distinct + tally.possible));
  const claimed = tally.memberships + tally.moved + tally.outside + tally.reported;
  const twice = tally.memberships - tally.distinct;
  return {
    households: tally.households,
    reached,
    atMost,
    ...(tally.households === 0 ? {} : { rate: reached / tally.households, rateAtMost: atMost / tally.households }),
    claimed,
    difference: {
      twice,
      moved: tally.moved,
      outside: tally.outside,
      unproven: claimed - reached - twice - tally.moved - tally.outside,
    },
  };
}

/** Counts of one area that reports and lists meet in. */
export interface ReportedArea {
  readonly area: string;
  /** Households that live in it or under it. */
  readonly households: number;
  /** Of them, listed in a group. */
  readonly distinct: number;
  /** What each group reported there. */
  readonly reports: readonly number[];
}

type Added = Pick<ReachTally, 'proven' | 'possible'>;

interface Branch {
  readonly count: ReportedArea;
  readonly below: Branch[];
}

/** The areas as trees: each under the smallest other that holds it. */
function branchesOf(counts: readonly ReportedArea[]): readonly Branch[] {
  const tops: Branch[] = [];
  const open: Branch[] = [];
  // In code order an area stands right after those that hold it.
  for (const count of [...counts].sort((a, b) => (a.area < b.area ? -1 : 1))) {
    while (open.length > 0 && open.at(-1)?.count.area !== count.area.slice(0, open.at(-1)?.count.area.length))
      open.pop();
    const branch: Branch = { count, below: [] };
    (open.at(-1)?.below ?? tops).push(branch);
    open.push(branch);
  }
  return tops;
}

function sumOf(added: readonly Added[]): Added {
  return {
    proven: added.reduce((sum, { proven }) => sum + proven, 0),
    possible: added.reduce((sum, { possible }) => sum + possible, 0),
  };
}

function addedIn({ count, below }: Branch): Added {
  const within = sumOf(below.map(addedIn));
  const room = Math.max(0, count.households - count.distinct);
  const largest = Math.max(0, ...count.reports);
  const sum = count.reports.reduce((total, one) => total + one, 0);
  return {
    // The households of a report may all be listed already, or be those that were reported area by area under it.
    proven: Math.min(room, Math.max(within.proven, largest - count.distinct)),
    possible: Math.min(room, within.possible + sum),
  };
}

/**
 * What reports add to the lists: the least that is certain, and the most that is possible. A report of an area that
 * holds another reported one may count the same households again.
 */
export function addedByReports(counts: readonly ReportedArea[]): Added {
  return sumOf(branchesOf(counts).map(addedIn));
}

/** Households of one microgrid and how many of them are listed. */
export interface ListedCount {
  readonly area: string;
  readonly households: number;
  readonly distinct: number;
}

/** Puts reports beside what is known of the households in their areas and under them. */
export function reportedAreas(
  listed: readonly ListedCount[],
  reports: readonly Pick<Report, 'area' | 'households'>[],
): readonly ReportedArea[] {
  const found = new Map<string, { area: string; households: number; distinct: number; reports: number[] }>();
  for (const { area, households } of reports) {
    const known = found.get(area) ?? { area, households: 0, distinct: 0, reports: [] };
    known.reports.push(households);
    found.set(area, known);
  }
  const lengths = [...new Set([...found.keys()].map((area) => area.length))];
  for (const row of listed) {
    for (const length of lengths.filter((one) => one <= row.area.length)) {
      const holder = found.get(row.area.slice(0, length));
      if (holder === undefined) continue;
      holder.households += row.households;
      holder.distinct += row.distinct;
    }
  }
  return [...found.values()];
}

/**
 * The tally of an area from the rows themselves. Servers count in the database; this says what they must count.
 * @param under code of the area; households under it live in it
 */
export function tallyReach(
  under: string,
  rows: {
    readonly households: readonly ReachHousehold[];
    readonly memberships: readonly Membership[];
    readonly reports: readonly Report[];
  },
): ReachTally {
  const byId = new Map(rows.households.map((household) => [household.id, household]));
  const inside = (household: ReachHousehold) => household.area.startsWith(under);
  const living = rows.households.filter((household) => inside(household) && !household.moved);
  const listed = rows.memberships.flatMap(({ household }) => byId.get(household) ?? []);
  const memberships = listed.filter((household) => inside(household) && !household.moved);
  const distinct = new Set(memberships.map(({ id }) => id));
  const reports = rows.reports.filter(({ area }) => area.startsWith(under));
  const listedCounts = living.map(({ id, area }) => ({ area, households: 1, distinct: distinct.has(id) ? 1 : 0 }));
  const added = addedByReports(reportedAreas(listedCounts, reports));
  return {
    households: living.length,
    distinct: distinct.size,
    memberships: memberships.length,
    moved: listed.filter(({ moved }) => moved).length,
    outside: listed.filter((household) => !household.moved && !inside(household)).length,
    reported: reports.reduce((sum, { households }) => sum + households, 0),
    ...added,
  };
}
