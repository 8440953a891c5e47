import { peopleRoutes } from '@gezhi/contract/people/index';
import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';

interface OrgPickerProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: string | undefined;
  readonly onChange: (org: string | undefined) => void;
  readonly clearable?: boolean;
}

/** An organisation by name or pinyin initials. */
export function OrgPicker({ id, label, value, onChange, clearable = false }: OrgPickerProps) {
  const [q, setQ] = useState('');
  const orgs = useAnswer(peopleRoutes.listOrganisations, { query: { limit: 50, ...(q === '' ? {} : { q }) } });
  const chosen = useAnswer(
    peopleRoutes.getOrganisation,
    { params: { id: value ?? '' } },
    { enabled: value !== undefined },
  );
  const options = (orgs.data?.value.rows ?? []).map((org) => ({ value: org.id, label: org.name }));
  if (chosen.data !== undefined && !options.some((option) => option.value === value)) {
    options.unshift({ value: chosen.data.value.id, label: chosen.data.value.name });
  }
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      placeholder={label}
      showSearch={{ filterOption: false, onSearch: setQ }}
      allowClear={clearable}
      value={value ?? null}
      options={options}
      onChange={(org?: string) => onChange(org)}
    />
  );
}
