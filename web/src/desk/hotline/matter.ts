import type { caseRoutes } from '@gezhi/contract/cases/index';
import type { BodyInputOf } from '@gezhi/contract/route';
import type { LonLat } from '../../ui/map/index.tsx';

/** What the clerk has written down so far. */
export interface Matter {
  readonly channel: 'hotline' | 'desk';
  readonly phone: string;
  readonly name: string;
  readonly onBehalf: boolean;
  readonly hide: boolean;
  readonly category: string | undefined;
  readonly urgency: 'ordinary' | 'urgent';
  readonly description: string;
  readonly point: LonLat | undefined;
  readonly address: string;
  readonly area: string | undefined;
  readonly photos: readonly string[];
}

export const blankMatter: Matter = {
  channel: 'hotline',
  phone: '',
  name: '',
  onBehalf: false,
  hide: false,
  category: undefined,
  urgency: 'ordinary',
  description: '',
  point: undefined,
  address: '',
  area: undefined,
  photos: [],
};

/** Whether anything says where it is. */
export function hasPlace(matter: Matter): boolean {
  return matter.point !== undefined || matter.area !== undefined || matter.address.trim() !== '';
}

/** The filing of a matter: blanks left out, because a blank phone is none. */
export function filingOf(matter: Matter): BodyInputOf<typeof caseRoutes.file> {
  const { name, phone, address, point, area, category } = matter;
  const contact = { ...filled('name', name), ...filled('phone', phone) };
  return {
    channel: matter.channel,
    urgency: matter.urgency,
    description: matter.description.trim(),
    onBehalf: matter.onBehalf,
    hideFromHandler: matter.hide,
    photos: [...matter.photos],
    place: {
      ...(point === undefined ? {} : { point: [point[0], point[1]] as [number, number] }),
      ...(point !== undefined || area === undefined ? {} : { area }),
      ...filled('address', address),
    },
    ...(category === undefined ? {} : { category }),
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
  };
}

function filled<Name extends string>(name: Name, value: string): { [key in Name]?: string } {
  return value.trim() === '' ? {} : ({ [name]: value.trim() } as { [key in Name]?: string });
}
