import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { instantOf, wallOf } from '../../api/county-time.ts';
import { countyZone, programNow } from '../../api/program-time.ts';

interface MomentPickerProps {
  readonly id?: string;
  readonly label?: string;
  /** ISO time. */
  readonly value: string | undefined;
  readonly onChange: (iso: string | undefined) => void;
  /** Nothing before now may be chosen. */
  readonly ahead?: boolean;
}

const shape = 'YYYY-MM-DDTHH:mm';

/** antd counts in the time of the device; what it shows and gives is read as the county's wall clock. */
const shown = (iso: string): Dayjs => dayjs(wallOf(Date.parse(iso), countyZone));
const meant = (moment: Dayjs): string => new Date(instantOf(moment.format(shape), countyZone)).toISOString();

/** A date and time of the county, wherever the device is. */
export function MomentPicker({ id, label, value, onChange, ahead = false }: MomentPickerProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={value === undefined ? null : shown(value)}
      {...(ahead ? { minDate: shown(new Date(programNow()).toISOString()) } : {})}
      onChange={(moment) => onChange(moment === null ? undefined : meant(moment))}
    />
  );
}

interface SpanPickerProps {
  readonly id?: string;
  readonly value: readonly [from: string, to: string] | undefined;
  readonly onChange: (span: readonly [from: string, to: string] | undefined) => void;
}

/** A span between two times of the county. */
export function SpanPicker({ id, value, onChange }: SpanPickerProps) {
  return (
    <DatePicker.RangePicker
      {...(id === undefined ? {} : { id })}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={value === undefined ? null : [shown(value[0]), shown(value[1])]}
      onChange={(span) => onChange(span?.[0] && span[1] ? [meant(span[0]), meant(span[1])] : undefined)}
    />
  );
}
