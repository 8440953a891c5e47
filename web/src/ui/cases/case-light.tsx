import type { CaseRow } from '@gezhi/contract/cases/index';
import { Light } from '../light.tsx';
import type { LightSign } from '../light.tsx';
import { spentOf } from './next.ts';

/** The light of a case with the reason that gave it. */
export function CaseLight({
  row,
  bare = false,
}: {
  readonly row: Pick<CaseRow, 'light' | 'next'>;
  readonly bare?: boolean;
}) {
  const { light, reasons, short } = row.light;
  const sign = short ? 'short' : (reasons[0] as LightSign | undefined);
  return <Light light={light} sign={sign} spent={spentOf(row)} bare={bare} />;
}
