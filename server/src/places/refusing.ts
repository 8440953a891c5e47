import type { CodeFault, RingFault } from '@gezhi/domain/places/index';
import { type FieldError, refuse, type Refusal } from '../refusal.ts';

/** What the domain refused about an area, as the API says it. */
export function refuseArea(refusal: { readonly refused: string; readonly area: string }): Refusal {
  const params = { area: refusal.area };
  if (!isCodeFault(refusal.refused)) return refuse(refusal.refused, { params });
  return refuse('area.code.invalid', { params, errors: [{ path: 'code', code: refusal.refused }] });
}

/** What is wrong with the rings of a boundary, each with its place in the GeoJSON. */
export function ringErrors(faults: readonly RingFault[], path: string): FieldError[] {
  return faults.map((fault) => ({ path: `${path}.coordinates.${fault.polygon}.${fault.ring}`, code: fault.problem }));
}

function isCodeFault(code: string): code is CodeFault {
  return code.startsWith('code.');
}
