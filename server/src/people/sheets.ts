import type {
  DutyTurnRow,
  HandOverRow,
  LeaveRow,
  MembershipRow,
  OrganisationRow,
  PersonRow,
  PostRow,
  StaffingGapRow,
} from '@gezhi/contract/people/index';
import type { CsvColumn } from '../http/index.ts';

/** Columns of the lists as sheets. */
export const organisationColumns: readonly CsvColumn<OrganisationRow>[] = [
  { heading: 'people.column.id', cell: (row) => row.id },
  { heading: 'people.column.code', cell: (row) => row.code },
  { heading: 'people.column.kind', cell: (row) => row.kind },
  { heading: 'people.column.name', cell: (row) => row.name },
  { heading: 'people.column.parent', cell: (row) => row.parent },
  { heading: 'people.column.area', cell: (row) => row.area },
  { heading: 'people.column.dutyPhone', cell: (row) => row.dutyPhone },
  { heading: 'people.column.retiredAt', cell: (row) => row.retiredAt },
];

export const personColumns: readonly CsvColumn<PersonRow>[] = [
  { heading: 'people.column.id', cell: (row) => row.id },
  { heading: 'people.column.person', cell: (row) => row.name },
  { heading: 'people.column.area', cell: (row) => row.area },
  { heading: 'people.column.phone', cell: (row) => row.phone },
  {
    heading: 'people.column.posts',
    cell: (row) => row.posts.map((post) => `${post.role} ${post.area ?? post.org ?? ''}`).join('; '),
  },
  { heading: 'people.column.account', cell: (row) => row.account },
];

export const postColumns: readonly CsvColumn<PostRow>[] = [
  { heading: 'people.column.id', cell: (row) => row.id },
  { heading: 'people.column.person', cell: (row) => row.personName },
  { heading: 'people.column.role', cell: (row) => row.role },
  { heading: 'people.column.area', cell: (row) => row.area },
  { heading: 'people.column.org', cell: (row) => row.orgName },
  { heading: 'people.column.from', cell: (row) => row.from },
  { heading: 'people.column.to', cell: (row) => row.to },
  { heading: 'people.column.time', cell: (row) => row.time },
  { heading: 'people.column.endReason', cell: (row) => row.endReason },
];

export const dutyColumns: readonly CsvColumn<DutyTurnRow>[] = [
  { heading: 'people.column.id', cell: (row) => row.id },
  { heading: 'people.column.area', cell: (row) => row.area },
  { heading: 'people.column.org', cell: (row) => row.org },
  { heading: 'people.column.person', cell: (row) => row.personName },
  { heading: 'people.column.from', cell: (row) => row.from },
  { heading: 'people.column.to', cell: (row) => row.to },
];

export const memberColumns: readonly CsvColumn<MembershipRow>[] = [
  { heading: 'people.column.id', cell: (row) => row.id },
  { heading: 'people.column.body', cell: (row) => row.organisationName },
  { heading: 'people.column.memberOrg', cell: (row) => row.memberOrgName },
  { heading: 'people.column.person', cell: (row) => row.memberPersonName },
  { heading: 'people.column.duty', cell: (row) => row.duty },
  { heading: 'people.column.from', cell: (row) => row.from },
  { heading: 'people.column.to', cell: (row) => row.to },
];

export const handOverColumns: readonly CsvColumn<HandOverRow>[] = [
  { heading: 'people.column.kind', cell: (row) => row.kind },
  { heading: 'people.column.name', cell: (row) => row.name },
  { heading: 'people.column.takenBy', cell: (row) => row.takenByName },
  { heading: 'people.column.at', cell: (row) => row.at },
  { heading: 'people.column.by', cell: (row) => row.by },
];

export const leaveColumns: readonly CsvColumn<LeaveRow>[] = [
  { heading: 'people.column.id', cell: (row) => row.id },
  { heading: 'people.column.person', cell: (row) => row.personName },
  { heading: 'people.column.deputy', cell: (row) => row.deputyName },
  { heading: 'people.column.from', cell: (row) => row.from },
  { heading: 'people.column.to', cell: (row) => row.to },
  { heading: 'people.column.endedAt', cell: (row) => row.endedAt },
];

export const gapColumns: readonly CsvColumn<StaffingGapRow>[] = [
  { heading: 'people.column.rule', cell: (row) => row.ruleName.zh },
  { heading: 'people.column.unit', cell: (row) => row.unit.name },
  { heading: 'people.column.area', cell: (row) => row.area },
  { heading: 'people.column.org', cell: (row) => row.department?.name },
  { heading: 'people.column.need', cell: (row) => row.needName.zh },
  { heading: 'people.column.needed', cell: (row) => String(row.needed) },
  { heading: 'people.column.held', cell: (row) => String(row.held) },
  { heading: 'people.column.missing', cell: (row) => String(row.missing) },
];
