import { householdRoutes } from '@gezhi/contract/registers/index';
import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';

interface HouseholdPickerProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (household: string | undefined) => void;
  /** Address of the household chosen already. */
  readonly label?: string | undefined;
}

/** A household by part of its address. */
export function HouseholdPicker({ id, value, onChange, label }: HouseholdPickerProps) {
  const [q, setQ] = useState('');
  const found = useAnswer(householdRoutes.list, { query: { limit: 50, ...(q === '' ? {} : { q }) } });
  const options = (found.data?.value.rows ?? []).map((home) => ({ value: home.id, label: home.address }));
  if (value !== undefined && label !== undefined && !options.some((option) => option.value === value))
    options.unshift({ value, label });
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value ?? null}
      loading={found.isFetching}
      options={options}
      onChange={(next?: string) => onChange(next)}
    />
  );
}
