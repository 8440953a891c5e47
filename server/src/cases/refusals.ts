import type { Refusal as CaseRefusal } from '@gezhi/domain/cases/index';
import { type Refusal, refuse } from '../refusal.ts';

/** A refusal of the domain as one of the server: its code stands under `case.` in the catalogue of problems. */
export const caseRefusal = ({ code, detail }: CaseRefusal): Refusal =>
  refuse(`case.${code}`, detail ? { params: detail } : {});
