import { readFileSync, readdirSync } from 'node:fs';

/** Ticks a second in which Linux counts processor time for programs. */
const ticks = 100;

interface Stat {
  readonly parent: number;
  /** Milliseconds. */
  readonly cpu: number;
}

function statOf(pid: number | string): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It ended meanwhile.
    return undefined;
  }
  // The name, in brackets, may hold spaces.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return { parent: fields[1] ?? 0, cpu: ((user + system + endedUser + endedSystem) * 1000) / ticks };
}

/** Processor time of a process so far, in milliseconds, with that of children that ended. */
export const cpuOf = (pid: number): number => statOf(pid)?.cpu ?? 0;

/** The same with the children that run: of PostgreSQL, whose connections are processes. */
export function cpuOfTree(pid: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return children.reduce((sum, child) => {
    const stat = statOf(child);
    return stat?.parent === pid ? sum + stat.cpu : sum;
  }, cpuOf(pid));
}

/** The process that started this one. */
export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0;
