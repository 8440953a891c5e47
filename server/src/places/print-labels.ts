import QRCode from 'qrcode';
import type { Trx } from '../database/index.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { findAreaRow, listAreaRows } from './area-store.ts';
import type { PlacesDeps } from './deps.ts';
import type { Label } from './label-page.ts';

const mostLabels = 1_000;

/** Labels of an area, or of every live area of a kind under it, in code order. */
export async function printLabels(
  deps: Pick<PlacesDeps, 'config' | 'places' | 'chiefOf' | 'clock'>,
  trx: Trx,
  county: string,
  code: string,
  kind: string | undefined,
): Promise<readonly Label[] | Refusal> {
  const area = await findAreaRow(trx, county, code);
  if (area === undefined) return refuse('area.notFound', { params: { area: code } });
  if (kind === undefined && area.retired_at !== null) return refuse('area.retired', { params: { area: code } });
  const rows =
    kind === undefined
      ? [area]
      : await listAreaRows(trx, county, { under: code, kinds: [kind] }, undefined, mostLabels + 1);
  if (rows.length > mostLabels) return refuse('area.labels.tooMany', { params: { limit: mostLabels } });
  const labels: Label[] = [];
  for (const row of rows) {
    const link = `${deps.config.publicUrl}/r/${row.code}`;
    labels.push({
      name: row.name,
      code: row.code,
      above: deps.places
        .chainOf(row.code)
        .filter((one) => one.code !== row.code)
        .map((one) => one.name),
      link,
      qr: await QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }),
      chief: await deps.chiefOf(trx, county, row.code, deps.clock.now()),
    });
  }
  return labels;
}
