import type { ColumnType, Generated } from 'kysely';

// Made by `npm run tables` from the migrations; do not edit.

/** jsonb: read parsed, written as text, because an array would be taken for an SQL array. */
export type Json = ColumnType<unknown, string, string>;
/** jsonb with a default. */
export type FilledJson = ColumnType<unknown, string | undefined, string>;

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

export interface IdempotencyTable {
  county: string;
  actor: string;
  key: string;
  hash: string;
  status: number;
  answer: string;
  at: string;
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
}

export interface ProgramClockTable {
  id: string;
  shows: string;
  real: string;
  running: boolean;
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
}

/** Every table by name. */
export interface Tables {
  account: AccountTable;
  account_act: AccountActTable;
  duty_turn: DutyTurnTable;
  file: FileTable;
  idempotency: IdempotencyTable;
  live_event: LiveEventTable;
  migration: MigrationTable;
  organisation: OrganisationTable;
  person: PersonTable;
  phone_verification: PhoneVerificationTable;
  post: PostTable;
  program_clock: ProgramClockTable;
  reveal_log: RevealLogTable;
  subject: SubjectTable;
}
