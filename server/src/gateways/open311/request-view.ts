import { say } from '@gezhi/contract/words/index';
import { type Case, currentClock, isOpen } from '@gezhi/domain/cases/index';
import type { Directory, KnownCategory } from '../../cases/index.ts';
import type { Value } from './serialize.ts';
import { showTime } from './times.ts';
import { snapped } from '@gezhi/domain/places/index';

/** What presenting a request needs besides its case. */
export interface RequestShowing {
  readonly directory: Directory;
  readonly category: (code: string) => KnownCategory | undefined;
  readonly areaName: (code: string) => string;
}

/**
 * A case as a GeoReport request. Public, so without the reporter's words, names and photos and with its place snapped to
 * about 100 m; the rest is for the holder of the follow code.
 */
export function requestView(showing: RequestShowing, found: Case): { readonly [name: string]: Value } {
  const lead = found.workOrders.findLast((order) => order.role === 'lead')?.body;
  const due = currentClock(found)?.dueAt;
  const [longitude, latitude] = found.point ? snapped(found.point) : [null, null];
  const agency = lead?.kind === 'org' ? showing.directory.org(lead.org)?.name : lead && showing.areaName(lead.area);
  return {
    service_request_id: found.number,
    status: isOpen(found.state) ? 'open' : 'closed',
    status_notes: say('zh-CN', `open311.notes.${found.state}`),
    service_name: showing.category(found.category)?.zh ?? found.category,
    service_code: found.category,
    description: '',
    agency_responsible: agency ?? showing.areaName(found.desk),
    service_notice: '',
    requested_datetime: showTime(found.reportedAt),
    updated_datetime: showTime(found.updatedAt),
    expected_datetime: due === undefined ? '' : showTime(due),
    address: showing.areaName(found.area),
    address_id: found.area,
    zipcode: '',
    lat: latitude,
    long: longitude,
    media_url: '',
  };
}
