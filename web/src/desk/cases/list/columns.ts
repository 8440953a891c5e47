/** What a column of the work list may show: its width in CSS pixels, and by which order of the server it sorts. */
interface ColumnShape {
  readonly width: number;
  /** Takes what is left of the room. */
  readonly wide?: true;
  readonly sort?: ListSort;
  /** Figures stand under each other, to the right. */
  readonly figure?: true;
}

export type ListSort = 'due' | 'newest' | 'updated';

const shapes = {
  light: { width: 96 },
  number: { width: 156 },
  category: { width: 132 },
  what: { width: 220, wide: true },
  area: { width: 120 },
  address: { width: 160 },
  owner: { width: 120 },
  lead: { width: 120 },
  desk: { width: 120 },
  state: { width: 84 },
  left: { width: 132, sort: 'due' },
  urgency: { width: 76 },
  kind: { width: 76 },
  level: { width: 84 },
  reporter: { width: 84 },
  channel: { width: 96 },
  reported: { width: 136, sort: 'newest' },
  updated: { width: 104, sort: 'updated' },
  closed: { width: 136 },
  supporters: { width: 76, figure: true },
  raisedAgain: { width: 76, figure: true },
  rating: { width: 120 },
} as const satisfies Record<string, ColumnShape>;

export type ColumnName = keyof typeof shapes;
export const columnNames = Object.keys(shapes) as [ColumnName, ...ColumnName[]];

/** What somebody begins with who wants columns in place of two lines a case. */
export const firstColumns: readonly ColumnName[] = ['light', 'number', 'category', 'what', 'area', 'owner', 'left'];

export const shapeOf = (name: ColumnName): ColumnShape => shapes[name];

/** Room for the mark that selects a row. */
const MARK = 32;

/** The columns as tracks of a CSS grid, the mark first; without a wide one the last takes what is left. */
export function tracksOf(columns: readonly ColumnName[]): string {
  const wide = columns.some((name) => shapeOf(name).wide === true);
  const tracks = columns.map((name, index) => {
    const { width, wide: grows } = shapeOf(name);
    const takes = grows === true || (!wide && index === columns.length - 1);
    return takes ? `minmax(${width}px, 1fr)` : `${width}px`;
  });
  return [`${MARK}px`, ...tracks].join(' ');
}

/** The least width at which every column has its room. */
export function widthOf(columns: readonly ColumnName[]): number {
  return columns.reduce((sum, name) => sum + shapeOf(name).width, MARK) + 12 * (columns.length + 1);
}

/** Shows a column behind the others, or takes it away. */
export function toggled(columns: readonly ColumnName[], name: ColumnName): ColumnName[] {
  return columns.includes(name) ? columns.filter((one) => one !== name) : [...columns, name];
}

/** Moves a column by one place; at the edge it stays. */
export function moved(columns: readonly ColumnName[], name: ColumnName, by: -1 | 1): ColumnName[] {
  const from = columns.indexOf(name);
  const to = from + by;
  if (from < 0 || to < 0 || to >= columns.length) return [...columns];
  return columns.toSpliced(from, 1).toSpliced(to, 0, name);
}
