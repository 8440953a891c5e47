import { areaCode } from '@gezhi/contract/shapes';
import { z } from 'zod';

/** Which area is open, and what is shown of it. */
export const placesSearch = z.object({
  // An address written by hand says the code without quotes, which reads as a number.
  area: z
    .preprocess((code) => (typeof code === 'number' ? String(code) : code), areaCode)
    .optional()
    .catch(undefined),
  tool: z.enum(['coverage', 'import', 'add', 'edit', 'retire', 'boundary']).optional().catch(undefined),
});
export type PlacesSearch = z.output<typeof placesSearch>;
