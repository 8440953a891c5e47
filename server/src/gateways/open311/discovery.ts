import type { Value } from './serialize.ts';

/** When this interface last changed. */
const changed = '2026-11-22T00:00:00Z';

/** What there is and where. The test endpoint is the production one: a report with `test` in its key is never filed. */
export function discovery(publicUrl: string): Value {
  const formats = ['text/xml', 'application/json'];
  const endpoint = (type: 'production' | 'test') => ({
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: type === 'production' ? `${publicUrl}/open311/v2` : `${publicUrl}/open311/test/v2`,
    changeset: changed,
    type,
    formats,
  });
  return {
    changeset: changed,
    contact: `${publicUrl}/`,
    key_service: `${publicUrl}/api/docs`,
    endpoints: [endpoint('production'), endpoint('test')],
  };
}
