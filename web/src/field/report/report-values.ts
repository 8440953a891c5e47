import type { caseRoutes } from '@gezhi/contract/cases/index';
import type { BodyInputOf } from '@gezhi/contract/route';

/** Name of the one report that is being written. */
export const reportDraft = 'report';

/** A report as it stands in the form. */
export interface ReportValues {
  readonly description: string;
  readonly category: string;
  readonly point: readonly [number, number] | undefined;
  readonly address: string;
  readonly urgent: boolean;
  readonly solved: boolean;
  readonly note: string;
  /** From a group's message: it wants a reply. */
  readonly group: boolean;
}

export const blankReport: ReportValues = {
  description: '',
  category: '',
  point: undefined,
  address: '',
  urgent: false,
  solved: false,
  note: '',
  group: false,
};

/** What a report lacks. */
export function lackOf(values: ReportValues, photos: number): 'words' | 'note' | undefined {
  if (values.description.trim() === '' && photos === 0) return 'words';
  return values.solved && values.note.trim() === '' ? 'note' : undefined;
}

/** The report as the API takes it. Without a place it goes to the desk of whoever files it. */
export function reportBody(
  values: ReportValues,
  photos: readonly string[],
  after: readonly string[],
): BodyInputOf<typeof caseRoutes.file> {
  const { point, category, urgent, solved } = values;
  const address = values.address.trim();
  return {
    channel: 'field',
    description: values.description.trim(),
    photos: [...photos],
    place: { ...(point && { point: [...point] }), ...(address !== '' && { address }) },
    ...(category !== '' && { category }),
    ...(urgent && { urgency: 'urgent' as const }),
    ...(solved && { solved: { note: values.note.trim(), photos: [...after] } }),
  };
}
