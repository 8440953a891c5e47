import { registerKindCodes } from '@gezhi/domain/registers/index';
import { z } from 'zod';

/** Parts of the registers that are pages of their own. */
const ownParts = ['households', 'places', 'groups', 'care', 'careKinds', 'expiring'] as const;

/** Every part of the registers by its name in the address. */
export const registerParts = [...ownParts, ...registerKindCodes] as const;
export type RegisterPart = (typeof registerParts)[number];

/** Parts as they stand in the menu. */
export const partGroups = [
  { name: 'homes', parts: ['households', 'anchorHousehold', 'responsibility'] },
  { name: 'together', parts: ['pairing', 'dualRegistration', 'teamMember', 'serviceHours', 'courier'] },
  { name: 'places', parts: ['places', 'groups'] },
  {
    name: 'staff',
    parts: ['training', 'commendation', 'secondment', 'recruitment', 'reserve', 'appraisal', 'exit'],
  },
  { name: 'due', parts: ['care', 'careKinds', 'expiring'] },
] as const satisfies readonly { readonly name: string; readonly parts: readonly RegisterPart[] }[];

/** What the address of the registers says. */
export const registersSearch = z.object({ part: z.enum(registerParts).optional().catch(undefined) });
