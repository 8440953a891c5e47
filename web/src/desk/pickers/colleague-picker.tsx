import type { CaseView } from '@gezhi/contract/cases/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';

interface ColleaguePickerProps {
  readonly id: string;
  /** The work order that is passed on: its body's people are offered. */
  readonly order: CaseView['workOrders'][number] | undefined;
  readonly value: string | undefined;
  readonly onChange: (person: string) => void;
}

/** A person of the body that works on it. */
export function ColleaguePicker({ id, order, value, onChange }: ColleaguePickerProps) {
  const [q, setQ] = useState('');
  const where = order === undefined ? {} : order.body.kind === 'org' ? { org: order.body.id } : { area: order.body.id };
  const people = useAnswer(peopleRoutes.listPeople, { query: { ...where, limit: 50, ...(q === '' ? {} : { q }) } });
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value ?? null}
      loading={people.isFetching}
      onChange={onChange}
      options={(people.data?.value.rows ?? []).map((person) => ({ value: person.id, label: person.name }))}
    />
  );
}
