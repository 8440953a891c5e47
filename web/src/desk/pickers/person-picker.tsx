import { peopleRoutes } from '@gezhi/contract/people/index';
import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';

interface PersonPickerProps {
  readonly id?: string;
  readonly value: string | undefined;
  readonly onChange: (person: string) => void;
}

/** A person of the staff by name or pinyin initials. */
export function PersonPicker({ id, value, onChange }: PersonPickerProps) {
  const [q, setQ] = useState('');
  const people = useAnswer(peopleRoutes.listPeople, { query: { limit: 50, ...(q === '' ? {} : { q }) } });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value ?? null}
      loading={people.isFetching}
      options={(people.data?.value.rows ?? []).map((person) => ({ value: person.id, label: person.name }))}
      onChange={onChange}
    />
  );
}
