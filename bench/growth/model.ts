import { type Assumptions, type Costs, passingDays } from './costs.ts';

const sum = (of: Readonly<Record<string, number>>): number => Object.values(of).reduce((all, one) => all + one, 0);

/** What a place of this size takes. Bytes and rows a day where not said otherwise. */
export interface Need {
  readonly bytesADay: number;
  /** What stands of what is forgotten again. */
  readonly passingBytes: number;
  readonly rowsADay: number;
  /** Of the working tables once the first cases leave them. */
  readonly bytesKept: number;
  readonly rowsKept: number;
  readonly busiestCasesASecond: number;
  /** Processors in use in the busiest hour. */
  readonly programCores: number;
  readonly databaseCores: number;
  readonly programMachines: number;
  /** By processors, and by the room on their disks: the larger counts. */
  readonly databaseMachines: number;
  readonly machinesForCpu: number;
  readonly machinesForDisk: number;
  readonly connections: number;
  /** Live messages a second that every process of the program reads, in the busiest hour. */
  readonly messagesASecond: number;
  /** Partitions by month that a table of events would have. */
  readonly partitions: number;
  readonly largestPartitionRows: number;
  readonly largestCountyCases: number;
}

/** Connections that one process of the program holds at most: 24 in its pools, 6 that listen. */
const connectionsAProcess = 30;

/** Costs times sizes, nothing cleverer: what does not grow in proportion is named in docs/growth.md. */
export function needOf(place: Assumptions, costs: Costs): Need {
  const days = place.years * 365;
  const busiest = (place.casesADay * place.busiestHour) / 3600;
  const programCores = (busiest * costs.program) / 1000;
  const databaseCores = (busiest * costs.database) / 1000;
  const bytesADay = place.casesADay * sum(costs.bytes);
  const machines = (cores: number) => Math.max(1, Math.ceil(cores / (place.cores * place.fullness)));
  const machinesForCpu = machines(databaseCores);
  const machinesForDisk = Math.max(1, Math.ceil((bytesADay * days) / place.diskBytes));
  // A process uses one processor.
  const processes = Math.max(1, Math.ceil(programCores / place.fullness));
  return {
    bytesADay,
    passingBytes:
      place.casesADay *
      (costs.passing.idempotency * passingDays.idempotency +
        costs.passing.live_event * passingDays.live_event +
        costs.passing.jobs * passingDays.jobs),
    rowsADay: place.casesADay * costs.rows,
    bytesKept: bytesADay * days,
    rowsKept: place.casesADay * costs.rows * days,
    busiestCasesASecond: busiest,
    programCores,
    databaseCores,
    programMachines: machines(programCores),
    databaseMachines: Math.max(machinesForCpu, machinesForDisk),
    machinesForCpu,
    machinesForDisk,
    connections: processes * connectionsAProcess,
    messagesASecond: busiest * costs.messages,
    partitions: place.years * 12,
    largestPartitionRows: place.casesADay * 30 * costs.rows,
    largestCountyCases: place.casesADay * days * place.largestCounty,
  };
}
