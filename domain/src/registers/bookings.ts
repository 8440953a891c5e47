import type { Instant } from '../time.ts';

/** A stretch of time, its end not included. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether two stretches share a moment; one that begins as the other ends does not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

const longestMs = 7 * 86_400_000;

/** Why a room cannot be booked for this stretch, whoever else has it. */
export function bookingRefusal(span: Span): 'booking.span.invalid' | 'booking.tooLong.invalid' | undefined {
  if (span.to <= span.from) return 'booking.span.invalid';
  return span.to - span.from > longestMs ? 'booking.tooLong.invalid' : undefined;
}

/** Opening hours of one weekday: minutes of the local day, 0–1440. */
export interface OpenHours {
  /** 1 Monday … 7 Sunday. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** Whether hours are sound: each within its day, none of a day overlapping another of it. */
export function hoursFit(hours: readonly OpenHours[]): boolean {
  return hours.every(
    (one, at) =>
      one.from < one.to &&
      hours.every((other, place) => place === at || other.day !== one.day || !overlaps(one, other)),
  );
}

/** Kinds of places where people meet or are served. */
export const servicePlaceKinds = [
  'serviceCentre',
  'meetingRoom',
  'forumCorner',
  'policeRoom',
  'carePost',
  'courierStation',
  'courierPoint',
  'other',
] as const;
export type ServicePlaceKind = (typeof servicePlaceKinds)[number];
