import type { Desk, RateFormula, Rules } from '@gezhi/domain/cases/index';
import type { AreaKind, Position } from '@gezhi/domain/places/index';
import type { Settings } from '@gezhi/domain/rules/index';
import type { Instant } from '@gezhi/domain/time';
import type { Trx } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import type { Gauges } from './gauges.ts';

/** An area as cases need to know it. */
export interface KnownArea {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** What cases ask of places: all of it from memory. */
export interface PlaceFinder {
  /** Codes from the county to the smallest area that holds the point; undefined outside every served place. */
  locate(
    point: Position,
  ): { readonly county: string; readonly chain: readonly string[]; readonly smallest: string } | undefined;
  area(code: string): KnownArea | undefined;
  /** Codes of the areas above a code and itself, from the county down. */
  chain(code: string): readonly string[];
  /** Desks of a county: areas whose kind has one. */
  desks(county: string, kinds: readonly AreaKind[]): readonly Desk[];
  /** Codes and names of the counties served. */
  served(): readonly KnownArea[];
  /** Point and area of a landmark, street or building. */
  landmark(
    trx: Trx,
    county: string,
    id: string,
  ): Promise<{ readonly point: Position; readonly label: string } | undefined>;
}

/** Names and areas of a county's bodies and people. */
export interface Directory {
  org(id: string): { readonly name: string; readonly area: string; readonly active: boolean } | undefined;
  person(id: string): string | undefined;
}

/** A category as the rules name it. */
export interface KnownCategory {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The rules in force with what only the server asks of them. */
export interface CountyRules extends Rules {
  readonly category: (code: string) => KnownCategory | undefined;
  /** The category of a report that names none: the desk corrects it. */
  readonly otherCategory: string;
  readonly nearby: { readonly metres: number; readonly days: number };
  /** Anonymous reports by county and by address, as the settings limit them. */
  readonly flood: Settings['flood'];
  readonly wrongCodes: Settings['wrongCodes'];
  readonly retention: Settings['retention'];
  readonly rates: readonly RateFormula[];
  readonly areaKinds: readonly AreaKind[];
}

/** What the use cases of cases work with. */
export interface CaseDeps extends Pick<Deps, 'db' | 'clock' | 'keys' | 'newId' | 'config' | 'log'> {
  readonly gauges: Gauges;
  readonly places: PlaceFinder;
  /** Names, at most a moment old. Ask before the transaction begins. */
  readonly directory: (county: string) => Promise<Directory>;
  /** Rules in force at an instant. Ask before the transaction begins. */
  readonly rules: (county: string, at: Instant) => Promise<CountyRules>;
  /** The same within a transaction. */
  readonly rulesIn: (trx: Trx, county: string, at: Instant) => Promise<CountyRules>;
  /** Tells reporters, supporters and staff what happened, in the same transaction. */
  readonly tell: (trx: Trx, told: Told) => Promise<void>;
}

/** What happened to a case, for whoever has to be told. */
export interface Told {
  readonly county: string;
  readonly caseId: string;
  /** Events after this number, up to and including `toSeq`, are news. */
  readonly fromSeq: number;
  readonly toSeq: number;
  /** Of a new case whose reporter left an address: they are sent the link. */
  readonly followCode?: string;
}
