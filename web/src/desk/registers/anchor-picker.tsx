import { registerRoutes } from '@gezhi/contract/registers/index';
import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';

interface AnchorPickerProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly label: string | undefined;
  readonly onChange: (anchor: string | undefined) => void;
}

/** An anchor household by its name. */
export function AnchorPicker({ id, value, label, onChange }: AnchorPickerProps) {
  const [q, setQ] = useState('');
  const query = { kind: 'anchorHousehold', limit: 50, ...(q === '' ? {} : { q }) } as const;
  const found = useAnswer(registerRoutes.list, { query });
  const options = (found.data?.value.rows ?? []).map((entry) => ({
    value: entry.id,
    label: String(entry.fields['name'] ?? ''),
  }));
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
