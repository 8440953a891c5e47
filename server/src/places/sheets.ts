import type { AreaRow, LandmarkRow, ZoneRow } from '@gezhi/contract/places/index';
import type { CsvColumn } from '../http/index.ts';

/** Headings and cells of the sheets of places. */
export const areaColumns: readonly CsvColumn<AreaRow>[] = [
  { heading: 'places.column.code', cell: (row) => row.code },
  { heading: 'places.column.kind', cell: (row) => row.kind },
  { heading: 'places.column.name', cell: (row) => row.name },
  { heading: 'places.column.parent', cell: (row) => row.parent },
  { heading: 'places.column.households', cell: (row) => row.households },
  { heading: 'places.column.population', cell: (row) => row.population },
  { heading: 'places.column.validFrom', cell: (row) => row.validFrom },
  { heading: 'places.column.retiredAt', cell: (row) => row.retiredAt },
  { heading: 'places.column.succeededBy', cell: (row) => row.succeededBy.join(' ') },
];

export const landmarkColumns: readonly CsvColumn<LandmarkRow>[] = [
  { heading: 'places.column.kind', cell: (row) => row.kind },
  { heading: 'places.column.name', cell: (row) => row.name },
  { heading: 'places.column.address', cell: (row) => row.address },
  { heading: 'places.column.area', cell: (row) => row.area },
  { heading: 'places.column.longitude', cell: (row) => row.point[0] },
  { heading: 'places.column.latitude', cell: (row) => row.point[1] },
];

export const zoneColumns: readonly CsvColumn<ZoneRow>[] = [
  { heading: 'places.column.purpose', cell: (row) => row.purpose },
  { heading: 'places.column.name', cell: (row) => row.name },
  { heading: 'places.column.areas', cell: (row) => row.areas.join(' ') },
];
