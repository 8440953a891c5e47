import { type ChosenPlace, readPlace } from './chosen-place.ts';

/** What a form posted: each field with its values. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** The report as it stands in the form: what comes back when something is missing. */
export interface ReportValues {
  readonly description: string;
  readonly category: string;
  readonly place: ChosenPlace | undefined;
  /** Words to find a place by. */
  readonly query: string;
  /** The words for which what was found has been shown. */
  readonly searched: string;
  readonly address: string;
  /** Ids of photos already kept. */
  readonly photos: readonly string[];
  readonly phone: string;
  readonly name: string;
  readonly onBehalf: boolean;
  readonly hide: boolean;
  /** A complaint about a body or its staff. */
  readonly complaint: boolean;
  /** Code of the desk complained about. */
  readonly about: string;
  /** Key under which this one report is filed once, however often the form is sent. */
  readonly key: string;
  /** When the form was first shown, signed: the quiet challenge. */
  readonly shown: string;
  /** Nobody sees this field: only a machine fills it. */
  readonly trap: string;
}

export const mostPhotos = 9;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads a posted report. Text is cut at what the contract takes twice over, so that nothing is silently lost before it is refused. */
export function readReport(fields: Fields): ReportValues {
  const text = (name: string) => (fields.get(name)?.at(-1) ?? '').replaceAll('\r\n', '\n');
  const ticked = (name: string) => fields.get(name)?.includes('1') === true;
  return {
    description: text('description'),
    category: text('category'),
    place: readPlace(text('place')),
    query: text('query').slice(0, 50),
    searched: text('searched').slice(0, 50),
    address: text('address'),
    photos: (fields.get('photo') ?? []).filter((id) => uuid.test(id)).slice(0, mostPhotos),
    phone: text('phone'),
    name: text('name'),
    onBehalf: ticked('onBehalf'),
    hide: ticked('hide'),
    complaint: ticked('complaint'),
    about: text('about'),
    key: text('key'),
    shown: text('shown'),
    trap: text('website'),
  };
}

/** The same report as fields that a page carries on unseen. */
export function writeReport(values: ReportValues, place: string): readonly (readonly [name: string, value: string])[] {
  const texts = {
    description: values.description,
    category: values.category,
    place,
    address: values.address,
    phone: values.phone,
    name: values.name,
    onBehalf: values.onBehalf ? '1' : '',
    hide: values.hide ? '1' : '',
    complaint: values.complaint ? '1' : '',
    about: values.about,
    key: values.key,
    shown: values.shown,
    website: values.trap,
  };
  const photos = values.photos.map((id) => ['photo', id] as const);
  return [...Object.entries(texts).filter(([, value]) => value !== ''), ...photos];
}
