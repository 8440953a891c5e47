import type {
  BookingRow,
  CareRow,
  ChatGroupRow,
  ExpiringRow,
  HouseholdRow,
  RegisterEntryRow,
  ServicePlaceRow,
} from '@gezhi/contract/registers/index';
import { inLocale, type Locale, sayNamed } from '@gezhi/contract/words/index';
import { registerKind } from '@gezhi/domain/registers/index';
import type { CsvColumn } from '../http/index.ts';

function fieldText(locale: Locale, row: RegisterEntryRow): string {
  const shown = (name: string, value: string | number | boolean): string => {
    const field = registerKind(row.kind).fields.find((one) => one.name === name);
    const choice = field?.type === 'choice' ? `registers.choice.${name}.${String(value)}` : `registers.flag.${value}`;
    return sayNamed(locale, choice, String(value));
  };
  return Object.entries(row.fields)
    .map(([name, value]) => `${sayNamed(locale, `registers.field.${name}`, name)}: ${shown(name, value)}`)
    .join('; ');
}

/** Columns of the lists as CSV. */
export const entryColumns: readonly CsvColumn<RegisterEntryRow>[] = [
  { heading: 'registers.column.id', cell: (row) => row.id },
  { heading: 'registers.column.kind', cell: (row, locale) => sayNamed(locale, `registers.kind.${row.kind}`, row.kind) },
  { heading: 'registers.column.area', cell: (row) => row.area },
  { heading: 'registers.column.person', cell: (row) => row.personName },
  { heading: 'registers.column.org', cell: (row) => row.orgName },
  { heading: 'registers.column.address', cell: (row) => row.address },
  { heading: 'registers.column.from', cell: (row) => row.from },
  { heading: 'registers.column.to', cell: (row) => row.to },
  { heading: 'registers.column.fields', cell: (row, locale) => fieldText(locale, row) },
];

export const expiringColumns: readonly CsvColumn<ExpiringRow>[] = [
  {
    heading: 'registers.column.what',
    cell: (row, locale) => sayNamed(locale, `registers.expiring.${row.what}`, row.what),
  },
  { heading: 'registers.column.kind', cell: (row, locale) => sayNamed(locale, `registers.kind.${row.kind}`, row.kind) },
  { heading: 'registers.column.area', cell: (row) => row.area },
  { heading: 'registers.column.person', cell: (row) => row.personName },
  { heading: 'registers.column.org', cell: (row) => row.orgName },
  { heading: 'registers.column.to', cell: (row) => row.at },
];

export const householdColumns: readonly CsvColumn<HouseholdRow>[] = [
  { heading: 'registers.column.id', cell: (row) => row.id },
  { heading: 'registers.column.area', cell: (row) => row.area },
  { heading: 'registers.column.address', cell: (row) => row.address },
  { heading: 'registers.column.anchor', cell: (row) => row.anchorName },
  { heading: 'registers.column.movedAt', cell: (row) => row.movedAt },
];

export const placeColumns: readonly CsvColumn<ServicePlaceRow>[] = [
  { heading: 'registers.column.id', cell: (row) => row.id },
  {
    heading: 'registers.column.kind',
    cell: (row, locale) => sayNamed(locale, `registers.place.${row.kind}`, row.kind),
  },
  { heading: 'registers.column.name', cell: (row) => row.name },
  { heading: 'registers.column.area', cell: (row) => row.area },
  { heading: 'registers.column.address', cell: (row) => row.address },
  { heading: 'registers.column.phone', cell: (row) => row.phone },
  { heading: 'registers.column.rooms', cell: (row) => row.rooms.map(({ name }) => name).join('; ') },
];

export const bookingColumns: readonly CsvColumn<BookingRow>[] = [
  { heading: 'registers.column.id', cell: (row) => row.id },
  { heading: 'registers.column.rooms', cell: (row) => row.roomName },
  { heading: 'registers.column.title', cell: (row) => row.title },
  { heading: 'registers.column.from', cell: (row) => row.from },
  { heading: 'registers.column.to', cell: (row) => row.to },
  { heading: 'registers.column.person', cell: (row) => row.personName },
  { heading: 'registers.column.held', cell: (row) => row.held },
  { heading: 'registers.column.attended', cell: (row) => row.attended },
];

export const groupColumns: readonly CsvColumn<ChatGroupRow>[] = [
  { heading: 'registers.column.id', cell: (row) => row.id },
  { heading: 'registers.column.name', cell: (row) => row.name },
  { heading: 'registers.column.platform', cell: (row) => row.platform },
  { heading: 'registers.column.area', cell: (row) => row.area },
  { heading: 'registers.column.covers', cell: (row) => row.covers.join('; ') },
  { heading: 'registers.column.owner', cell: (row) => row.ownerName },
  { heading: 'registers.column.listed', cell: (row) => row.listed },
  { heading: 'registers.column.reported', cell: (row) => row.reported },
];

export const careColumns: readonly CsvColumn<CareRow>[] = [
  { heading: 'registers.column.id', cell: (row) => row.id },
  { heading: 'registers.column.kind', cell: (row, locale) => inLocale(locale, row.kindName) },
  { heading: 'registers.column.area', cell: (row) => row.area },
  { heading: 'registers.column.masked', cell: (row) => row.name },
  { heading: 'registers.column.purpose', cell: (row) => row.purpose },
  { heading: 'registers.column.visitDue', cell: (row) => row.visitDue },
  { heading: 'registers.column.to', cell: (row) => row.expires },
];
