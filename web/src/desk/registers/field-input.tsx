import { peopleRoutes } from '@gezhi/contract/people/index';
import { servicePlaceRoutes } from '@gezhi/contract/registers/index';
import { inLocale } from '@gezhi/contract/words/index';
import type { RegisterField } from '@gezhi/domain/registers/index';
import { Input, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/query.ts';
import { useLocale } from '../../words/locale.tsx';
import { useRoleName } from '../people/use-role-name.ts';
import { AreaSelect } from '../pickers/area-select.tsx';
import { OrgPicker } from '../pickers/org-picker.tsx';
import { useRules } from '../rules/use-rules.ts';

export type FieldValue = string | number | boolean | undefined;

interface FieldInputProps {
  readonly id: string;
  readonly field: RegisterField;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
}

const filled = (value: string): FieldValue => (value === '' ? undefined : value);

/** An input for one field of an entry, by its type. */
export function FieldInput({ id, field, value, onChange }: FieldInputProps): ReactNode {
  const { named } = useLocale();
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'text':
      return <Input id={id} value={text} maxLength={200} onChange={(event) => onChange(filled(event.target.value))} />;
    case 'longText':
      return (
        <Input.TextArea
          id={id}
          className="grows"
          rows={3}
          value={text}
          maxLength={2_000}
          onChange={(event) => onChange(filled(event.target.value))}
        />
      );
    case 'number':
      return (
        <InputNumber
          id={id}
          value={typeof value === 'number' ? value : null}
          min={field.least ?? 0}
          max={field.most ?? 1_000_000}
          step={0.5}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'flag':
      return (
        <span>
          <Switch id={id} checked={value === true} onChange={onChange} />
        </span>
      );
    case 'choice':
      return (
        <Select
          id={id}
          value={text === '' ? null : text}
          onChange={onChange}
          options={(field.choices ?? []).map((code) => ({
            value: code,
            label: named(`registers.choice.${field.name}.`, code),
          }))}
        />
      );
    case 'area':
      return <AreaSelect id={id} value={text === '' ? undefined : text} onChange={onChange} clearable />;
    case 'org':
      return <OrgPicker id={id} value={text === '' ? undefined : text} onChange={onChange} clearable />;
    case 'role':
      return <RoleInput id={id} value={text} onChange={onChange} />;
    case 'post':
      return <PostInput id={id} value={text} onChange={onChange} />;
    case 'servicePlace':
      return <ServicePlaceInput id={id} value={text} onChange={onChange} />;
  }
}

interface TextInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: FieldValue) => void;
}

function RoleInput({ id, value, onChange }: TextInputProps) {
  const { locale } = useLocale();
  const roles = useRules('roles')?.roles ?? [];
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      onChange={(next?: string) => onChange(next)}
      options={roles.map((role) => ({ value: role.id, label: inLocale(locale, role.name) }))}
    />
  );
}

function PostInput({ id, value, onChange }: TextInputProps) {
  const roleName = useRoleName();
  const posts = useAnswer(peopleRoutes.listPosts, { query: { limit: 200 } });
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      loading={posts.isFetching}
      onChange={(next?: string) => onChange(next)}
      options={(posts.data?.value.rows ?? []).map((post) => ({
        value: post.id,
        label: `${post.personName} ${roleName(post.role)}`,
      }))}
    />
  );
}

function ServicePlaceInput({ id, value, onChange }: TextInputProps) {
  const places = useAnswer(servicePlaceRoutes.list, { query: { limit: 200 } });
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      loading={places.isFetching}
      onChange={(next?: string) => onChange(next)}
      options={(places.data?.value.rows ?? []).map((place) => ({ value: place.id, label: place.name }))}
    />
  );
}
