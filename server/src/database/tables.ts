import type { ColumnType, Generated } from 'kysely';

// Made by `npm run tables` from the migrations; do not edit.

/** jsonb: read parsed, written as text, because an array would be taken for an SQL array. */
export type Json = ColumnType<unknown, string, string>;
/** jsonb with a default. */
export type FilledJson = ColumnType<unknown, string | undefined, string>;

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

/** Every table by name. */
export interface Tables {
  file: FileTable;
  idempotency: IdempotencyTable;
  live_event: LiveEventTable;
  migration: MigrationTable;
}
