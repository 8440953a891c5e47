import { staffCommands } from '@gezhi/contract/cases/index';
import type { StaffCommandName } from '@gezhi/contract/cases/index';

/** Where in the app somebody is. Each has an address that can be kept and shared. */
export type Place =
  | { readonly at: 'today' }
  | { readonly at: 'map'; readonly open?: string }
  /** `draft`: something queued that was taken back to be changed. */
  | { readonly at: 'report'; readonly draft?: string }
  /** What was taken on this phone and where it stands. */
  | { readonly at: 'queue' }
  | { readonly at: 'people' }
  | { readonly at: 'me' }
  | { readonly at: 'unread' }
  | { readonly at: 'password' }
  /** One case; `act` opens the form of a command at once. */
  | { readonly at: 'case'; readonly id: string; readonly act?: StaffCommandName };

const base = '/field';
const plain = ['map', 'report', 'queue', 'people', 'me', 'unread', 'password'] as const;

/** The address of a place. */
export function addressOf(place: Place): string {
  switch (place.at) {
    case 'today':
      return base;
    case 'map':
      return place.open === undefined ? `${base}/map` : `${base}/map?open=${encodeURIComponent(place.open)}`;
    case 'report':
      return place.draft === undefined ? `${base}/report` : `${base}/report?draft=${encodeURIComponent(place.draft)}`;
    case 'case':
      return `${base}/cases/${encodeURIComponent(place.id)}${place.act === undefined ? '' : `?act=${place.act}`}`;
    default:
      return `${base}/${place.at}`;
  }
}

/** The place of an address; today for one that is none. */
export function placeOf(path: string, query: string): Place {
  const [first = '', second = ''] = path
    .slice(base.length)
    .split('/')
    .filter((part) => part !== '');
  const search = new URLSearchParams(query);
  if (first === 'cases' && second !== '') {
    const act = search.get('act') ?? '';
    const id = decodeURIComponent(second);
    return isCommand(act) ? { at: 'case', id, act } : { at: 'case', id };
  }
  const open = search.get('open');
  if (first === 'map' && open !== null) return { at: 'map', open };
  const draft = search.get('draft');
  if (first === 'report' && draft !== null) return { at: 'report', draft };
  return { at: plain.find((one) => one === first) ?? 'today' };
}

const isCommand = (name: string): name is StaffCommandName => Object.hasOwn(staffCommands, name);
