import type { ColumnType, Generated } from 'kysely';

// Made by `npm run tables` from the migrations; do not edit.

/** jsonb: read parsed, written as text, because an array would be taken for an SQL array. */
export type Json = ColumnType<unknown, string, string>;

export interface AccountTable {
  county: string;
  id: string;
  person: string;
  username: string;
  area: string;
  state: string;
  second_factor: boolean;
  created_at: string;
  last_sign_in: string | null;
}

export interface AccountActTable {
  county: string;
  id: string;
  at: string;
  account: string;
  username: string;
  area: string;
  act: string;
  by_person: string | null;
  reason: string | null;
}

export interface AreaTable {
  county: string;
  code: string;
  kind: string;
  name: string;
  parent: string | null;
  households: number | null;
  population: number | null;
  valid_from: string;
  retired_at: string | null;
  succeeded_by: Generated<string[]>;
  version: number;
  changed: number;
}

export interface AreaBoundaryTable {
  county: string;
  area: string;
  valid_from: string;
  valid_to: string | null;
  boundary: Json;
  square_metres: number;
  longitude: number;
  latitude: number;
  changed: number;
  reason: string | null;
  drawn_by: string | null;
}

export interface BookingTable {
  county: string;
  id: string;
  room: string;
  place: string;
  area: string;
  org: string | null;
  person: string;
  title: string;
  from_at: string;
  to_at: string;
  held: string | null;
  attended: number | null;
  version: number;
  created_at: string;
  cancelled_at: string | null;
}

export interface CareKindTable {
  county: string;
  code: string;
  name_zh: string;
  name_en: string | null;
  interval_days: number;
  version: number;
  retired_at: string | null;
}

export interface CareRecordTable {
  county: string;
  id: string;
  kind: string;
  area: string;
  household: string | null;
  subject: string;
  details: string | null;
  basis: string;
  basis_note: string;
  purpose: string;
  from_at: string;
  expires_at: string;
  ended_at: string | null;
  end_reason: string | null;
  visited_at: string | null;
  visit_due_at: string;
  version: number;
  created_by: string | null;
}

export interface CareVisitTable {
  county: string;
  id: string;
  record: string;
  area: string;
  at: string;
  person: string;
  outcome: string;
  note: string | null;
}

export interface CaseClockTable {
  county: string;
  case_id: string;
  clock: string;
  stage: string;
  due_at: string;
}

export interface CaseEventTable {
  county: string;
  case_id: string;
  seq: number;
  type: string;
  at: string;
  event: Json;
  prev: string;
  hash: string;
  recorded_at: string;
}

export interface CaseFileTable {
  county: string;
  id: string;
  number: string;
  version: number;
  state: string;
  category: string;
  kind: string;
  urgency: string;
  level: string;
  area: string;
  scope_area: string;
  desk: string;
  home_desk: string;
  longitude: number | null;
  latitude: number | null;
  channel: string;
  description: string;
  address: string | null;
  reporter_kind: string;
  reporter_person: string | null;
  subject: string | null;
  source_name: string | null;
  source_number: string | null;
  owner: string | null;
  stage: string | null;
  due_at: string | null;
  light: string;
  reported_at: string;
  updated_at: string;
  closed_at: string | null;
  orgs: string[];
  party_areas: string[];
  lead: string | null;
  parent: string | null;
  merged_into: string | null;
  quarantined: boolean;
  facts: Json;
  doc: Json;
  head: string;
  owes: Generated<string[]>;
  wide: Generated<boolean>;
  facts_key: Generated<string>;
  contact_ends: Generated<number | null>;
  handle_ends: Generated<number | null>;
  counted_version: number | null;
  counted_light: string | null;
  uncounted: Generated<boolean>;
}

export interface CaseFollowTable {
  county: string;
  code_hash: string;
  case_id: string;
}

export interface CaseSupportTable {
  county: string;
  case_id: string;
  supporter: string;
  verified: boolean;
  subject: string | null;
  at: string;
}

export interface CaseWordTable {
  county: string;
  word: string;
  area: string;
  case_id: string;
}

export interface ChainRootTable {
  county: string;
  day: string;
  root: string;
  cases: number;
  made_at: string;
}

export interface ChatGroupTable {
  county: string;
  id: string;
  name: string;
  platform: string;
  area: string;
  covers: string[];
  owner_post: string | null;
  robot: string | null;
  version: number;
  created_at: string;
  retired_at: string | null;
}

export interface DutyTurnTable {
  county: string;
  id: string;
  area: string | null;
  org: string | null;
  reach: string;
  person: string;
  from_at: string;
  to_at: string;
  made_by: string | null;
}

export interface FaultTable {
  county: string;
  id: string;
  kind: string;
  ref: string;
  case_id: string | null;
  area: string;
  detail: Json;
  at: string;
  cleared_at: string | null;
}

export interface FigureCaseTable {
  county: string;
  case_id: string;
  area: string;
  category: string;
  day: string;
  light: string;
  key: string;
  orgs: string[];
  overdue: boolean;
  contact: boolean;
  handle: boolean;
  since: number;
  until: number;
  gone: Generated<boolean>;
}

export interface FigureCellTable {
  county: string;
  view: string;
  kind: string;
  begins: string;
  area: string;
  category: string;
  org: string;
  light: string;
  key: string;
  overdue: boolean;
  contact: boolean;
  handle: boolean;
  cases: number;
}

export interface FileTable {
  county: string;
  id: string;
  state: string;
  reason: string | null;
  format: string | null;
  width: number | null;
  height: number | null;
  bytes: number;
  sha256: string | null;
  person: string | null;
  at: string;
  case_id: string | null;
  area: string | null;
  orgs: Generated<string[]>;
  public: Generated<boolean>;
}

export interface GroupHouseholdTable {
  county: string;
  chat_group: string;
  household: string;
  area: string;
  at: string;
}

export interface GroupReportTable {
  county: string;
  chat_group: string;
  microgrid: string;
  area: string;
  households: number;
  at: string;
  by: string | null;
}

export interface HouseholdTable {
  county: string;
  id: string;
  area: string;
  address: string;
  anchor: string | null;
  version: number;
  created_at: string;
  moved_at: string | null;
}

export interface IdempotencyTable {
  county: string;
  actor: string;
  key: string;
  hash: string;
  answer: string;
  at: string;
}

export interface InstallationTable {
  one: Generated<boolean>;
  keys: string;
}

export interface LandmarkTable {
  county: string;
  id: string;
  kind: string;
  name: string;
  address: string | null;
  area: string;
  longitude: number;
  latitude: number;
  line: Json | null;
}

export interface LeaveTable {
  county: string;
  id: string;
  person: string;
  deputy: string | null;
  reach: string;
  from_at: string;
  to_at: string;
  made_by: string;
  made_at: string;
  ended_at: string | null;
  ended_by: string | null;
}

export interface LiveEventTable {
  county: string;
  position: Generated<number>;
  id: string;
  kind: string;
  ref: string;
  area: string | null;
  orgs: string[];
  person: string | null;
  data: Json;
  at: string;
}

export interface MigrationTable {
  name: string;
  hash: string;
  at: Generated<string>;
}

export interface NoticeTable {
  county: string;
  id: string;
  person: string;
  news: string;
  kind: string;
  case_id: string;
  number: string;
  category: string;
  detail: Json;
  at: string;
  unread: boolean;
  read_at: string | null;
}

export interface OrganisationTable {
  county: string;
  id: string;
  code: string | null;
  kind: string;
  name: string;
  initials: string;
  parent: string | null;
  area: string;
  duty_phone: string | null;
  version: number;
  created_at: string;
  retired_at: string | null;
  successor: string | null;
  end_reason: string | null;
}

export interface OrganisationAreaTable {
  county: string;
  organisation: string;
  area: string;
  reach: string;
}

export interface OrganisationHandOverTable {
  county: string;
  id: string;
  organisation: string;
  reach: string;
  kind: string;
  ref: string;
  name: string;
  taken_by: string | null;
  at: string;
  by_person: string;
}

export interface OrganisationMemberTable {
  county: string;
  id: string;
  organisation: string;
  member_org: string | null;
  member_person: string | null;
  duty: string;
  reach: string;
  from_at: string;
  to_at: string | null;
  added_by: string | null;
  ended_by: string | null;
  end_reason: string | null;
}

export interface OrganisationZoneTable {
  county: string;
  organisation: string;
  zone: string;
  reach: string;
}

export interface OutboxTable {
  county: string;
  id: string;
  news: string;
  kind: string;
  subject: string | null;
  recipient: string | null;
  text: string;
  secret: boolean;
  case_id: string | null;
  area: string;
  at: string;
  state: string;
  tries: number;
  error: string | null;
  sent_at: string | null;
}

export interface PersonTable {
  county: string;
  id: string;
  name: string;
  initials: string;
  area: string;
  subject: string | null;
  version: number;
  created_at: string;
  retired_at: string | null;
}

export interface PhoneVerificationTable {
  county: string;
  id: string;
  phone_index: string;
  code_hash: string;
  tries: number;
  made_at: string;
  expires_at: string;
  confirmed_at: string | null;
}

export interface PlaceWordTable {
  county: string;
  word: string;
  what: string;
  ref: string;
  area: string;
}

export interface PlacesVersionTable {
  county: string;
  version: number;
}

export interface PostTable {
  county: string;
  id: string;
  person: string;
  role: string;
  area: string | null;
  org: string | null;
  reach: string;
  from_at: string;
  to_at: string | null;
  time: string;
  given_by: string | null;
  ended_by: string | null;
  end_reason: string | null;
  acting_for: string | null;
  leave_id: string | null;
}

export interface ProgramClockTable {
  id: string;
  shows: string;
  real: string;
  running: boolean;
}

export interface PublicCaseTable {
  county: string;
  id: string;
  number: string;
  area: string;
  category: string;
  state: string;
  longitude: number | null;
  latitude: number | null;
  reported_at: string;
  supporters: number;
}

export interface PushDeviceTable {
  county: string;
  person: string;
  mark: string;
  subscription: string;
  locale: string;
  since: string;
}

export interface RegisterEntryTable {
  county: string;
  id: string;
  kind: string;
  area: string;
  org: string | null;
  person: string | null;
  household: string | null;
  from_at: string;
  to_at: string | null;
  body: Json;
  confidential: boolean;
  version: number;
  created_at: string;
  created_by: string | null;
  removed_at: string | null;
}

export interface RevealLogTable {
  county: string;
  id: string;
  at: string;
  person: string;
  what: string;
  subject: string;
  case_id: string | null;
  area: string;
  purpose: string;
}

export interface RuleSetTable {
  county: string;
  kind: string;
  version: number;
  id: string;
  valid_from: string;
  body: Json;
  note: string;
  created_at: string;
  created_by: string | null;
}

export interface SavedViewTable {
  county: string;
  id: string;
  person: string;
  name: string;
  state: Json;
  made_at: string;
}

export interface ServicePlaceTable {
  county: string;
  id: string;
  kind: string;
  name: string;
  area: string;
  address: string | null;
  longitude: number | null;
  latitude: number | null;
  org: string | null;
  phone: string | null;
  hours: Json;
  version: number;
  created_at: string;
  retired_at: string | null;
}

export interface ServiceRoomTable {
  county: string;
  id: string;
  place: string;
  area: string;
  name: string;
  seats: number | null;
  created_at: string;
  retired_at: string | null;
}

export interface SheetRunTable {
  county: string;
  id: string;
  kind: string;
  person: string;
  locale: string;
  file_name: string;
  format: string | null;
  state: string;
  choice: string | null;
  wrapped_key: string;
  kept: string[];
  rows_done: number;
  percent: number;
  counts: Json;
  shown: Json;
  problem: Json | null;
  tries: number;
  lease_until: string | null;
  started_at: string;
  expires_at: string;
}

export interface SubjectTable {
  county: string;
  id: string;
  area: string;
  case_id: string | null;
  wrapped_key: string | null;
  phone: string | null;
  phone_index: string | null;
  phone_verified: boolean;
  email: string | null;
  name: string | null;
  created_at: string;
  erased_at: string | null;
  language: string | null;
}

export interface SupervisionOrderTable {
  county: string;
  case_id: string;
  order_id: string;
  number: string;
  area: string;
  over_desk: string;
  to_desk: string;
  ordered_at: string;
  due_at: string | null;
  answered_at: string | null;
}

export interface WorkOrderTable {
  county: string;
  case_id: string;
  work_order: string;
  body: string;
  org: string | null;
  area: string;
  role: string;
  state: string;
  sent_at: string;
  answered_at: string | null;
  finished_at: string | null;
}

export interface ZoneTable {
  county: string;
  id: string;
  purpose: string;
  name: string;
  version: number;
}

export interface ZoneAreaTable {
  county: string;
  zone: string;
  area: string;
}

/** Every table by name. */
export interface Tables {
  account: AccountTable;
  account_act: AccountActTable;
  area: AreaTable;
  area_boundary: AreaBoundaryTable;
  booking: BookingTable;
  care_kind: CareKindTable;
  care_record: CareRecordTable;
  care_visit: CareVisitTable;
  case_clock: CaseClockTable;
  case_event: CaseEventTable;
  case_file: CaseFileTable;
  case_follow: CaseFollowTable;
  case_support: CaseSupportTable;
  case_word: CaseWordTable;
  chain_root: ChainRootTable;
  chat_group: ChatGroupTable;
  duty_turn: DutyTurnTable;
  fault: FaultTable;
  figure_case: FigureCaseTable;
  figure_cell: FigureCellTable;
  file: FileTable;
  group_household: GroupHouseholdTable;
  group_report: GroupReportTable;
  household: HouseholdTable;
  idempotency: IdempotencyTable;
  installation: InstallationTable;
  landmark: LandmarkTable;
  leave: LeaveTable;
  live_event: LiveEventTable;
  migration: MigrationTable;
  notice: NoticeTable;
  organisation: OrganisationTable;
  organisation_area: OrganisationAreaTable;
  organisation_hand_over: OrganisationHandOverTable;
  organisation_member: OrganisationMemberTable;
  organisation_zone: OrganisationZoneTable;
  outbox: OutboxTable;
  person: PersonTable;
  phone_verification: PhoneVerificationTable;
  place_word: PlaceWordTable;
  places_version: PlacesVersionTable;
  post: PostTable;
  program_clock: ProgramClockTable;
  public_case: PublicCaseTable;
  push_device: PushDeviceTable;
  register_entry: RegisterEntryTable;
  reveal_log: RevealLogTable;
  rule_set: RuleSetTable;
  saved_view: SavedViewTable;
  service_place: ServicePlaceTable;
  service_room: ServiceRoomTable;
  sheet_run: SheetRunTable;
  subject: SubjectTable;
  supervision_order: SupervisionOrderTable;
  work_order: WorkOrderTable;
  zone: ZoneTable;
  zone_area: ZoneAreaTable;
}
