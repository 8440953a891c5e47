import { InputNumber, Space } from 'antd';
import { useSay } from '../../../words/locale.tsx';
import { sizeOf, unitOf } from './amount.ts';
import type { ClockAmount } from './amount.ts';

interface AmountInputProps {
  readonly id: string;
  /** What the clock has now: its unit is asked in. */
  readonly old: ClockAmount;
  readonly value: number | undefined;
  readonly onChange: (amount: number | undefined) => void;
}

/** A new amount for a clock, in the unit in which the old one is said; handed on in the clock's own counting. */
export function AmountInput({ id, old, value, onChange }: AmountInputProps) {
  const say = useSay();
  const unit = unitOf(old);
  const size = sizeOf(unit);
  return (
    <Space>
      <InputNumber
        id={id}
        min={1}
        max={Math.floor(10_000 / size)}
        precision={0}
        value={value === undefined ? null : Math.round(value / size)}
        onChange={(next) => onChange(next === null ? undefined : next * size)}
      />
      {say(`clock.unit.${unit}`)}
    </Space>
  );
}
