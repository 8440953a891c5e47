import { ruleKind } from '@gezhi/contract/rules/index';
import { z } from 'zod';

/** Which rules are open, or the trying-out of all of them. */
export const rulesSearch = z.object({
  kind: z
    .union([ruleKind, z.literal('try')])
    .optional()
    .catch(undefined),
});
