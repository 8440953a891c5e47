import type { Calendar } from './calendar.ts';
import { statutoryYears } from './statutory-2024-2026.ts';

/** The calendar a new county begins with: Beijing time, 08:00–12:00 and 14:00–18:00, published holidays. */
export const chinaCalendar: Calendar = {
  offsetMinutes: 480,
  office: [
    [480, 720],
    [840, 1080],
  ],
  years: statutoryYears,
};
