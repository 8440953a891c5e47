/** Point → areas at 100,000 polygons, on one core, against the bar of 500,000 points a second. */
import { availableParallelism, cpus } from 'node:os';
import { buildPlaceIndex, chainAt, type Position, prepareBoundary } from '@gezhi/domain/places/index';

const bar = 500_000;
const side = 316;
const step = 0.003;
const points = 1_000_000;
const rounds = 5;

/** The same numbers in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Corner of a crooked mesh; neighbours share it exactly. */
function corner(i: number, j: number): Position {
  return [109 + (i + Math.sin(i * 7 + j * 13) / 5) * step, 23 + (j + Math.sin(i * 3 + j * 5) / 5) * step];
}

/** A border of four crooked steps, the same from both sides. */
function border(from: Position, to: Position): Position[] {
  const turned = from[0] > to[0] || (from[0] === to[0] && from[1] > to[1]);
  const [a, b] = turned ? [to, from] : [from, to];
  const steps = [0, 1, 2, 3, 4].map((k): Position => {
    const off = k % 4 === 0 ? 0 : Math.sin(k * 9 + a[0] * 1e5) * step * 0.03;
    return [a[0] + ((b[0] - a[0]) * k) / 4 + off, a[1] + ((b[1] - a[1]) * k) / 4 + off];
  });
  return (turned ? steps.toReversed() : steps).slice(0, 4);
}

/** Grids of 64 to a community, sixteen corners each. */
function* grids() {
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side; j++) {
      const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
      const ring = [...border(a, b), ...border(b, c), ...border(c, d), ...border(d, a), a];
      const community = Math.floor(i / 8) * 40 + Math.floor(j / 8);
      const code = `450802${digits(Math.floor(community / 900) + 1)}${digits((community % 900) + 1)}${digits((i % 8) * 8 + (j % 8) + 1)}`;
      yield { code, boundary: prepareBoundary({ type: 'MultiPolygon', coordinates: [[ring]] }) };
    }
  }
}

function digits(number: number): string {
  return String(number).padStart(3, '0');
}

const areas = [...grids()];
const building = process.cpuUsage();
const index = buildPlaceIndex(areas);
const built = process.cpuUsage(building).user / 1_000;

const next = chance(1);
const asked = Array.from(
  { length: points },
  (): Position => [109 + (0.5 + next() * (side - 1)) * step, 23 + (0.5 + next() * (side - 1)) * step],
);
const rates = Array.from({ length: rounds }, () => {
  const start = { wall: performance.now(), cpu: process.cpuUsage() };
  let found = 0;
  for (const point of asked) if (chainAt(index, point) !== undefined) found++;
  if (found !== points) throw new Error(`${points - found} points were on no grid`);
  const cpuSeconds = process.cpuUsage(start.cpu).user / 1e6;
  return { wall: points / ((performance.now() - start.wall) / 1_000), cpu: points / cpuSeconds };
});
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const wall = median(rates.map((rate) => rate.wall));
const cpu = median(rates.map((rate) => rate.cpu));

console.log(`${availableParallelism()} cores ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`);
console.log(`${areas.length} polygons of 16 corners, index built in ${built.toFixed(0)} ms of CPU`);
console.log(
  `${Math.round(wall)} points/s by the clock, ${Math.round(cpu)} per second of CPU (median of ${rounds} × ${points})`,
);
console.log(`ratio to the bar of ${bar}/s: ${(wall / bar).toFixed(2)} by the clock, ${(cpu / bar).toFixed(2)} by CPU`);
