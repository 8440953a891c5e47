import type { CaseView } from '@gezhi/contract/cases/index';
import { areaRoutes } from '@gezhi/contract/places/index';
import { peopleRoutes } from '@gezhi/contract/people/index';
import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';
import { bodyFromKey, keyOfBody, keyOfNamed } from './bodies.ts';
import type { Body } from './bodies.ts';

interface BodyPickerProps {
  readonly id: string;
  readonly found: CaseView;
  readonly value: Body | undefined;
  readonly onChange: (body: Body) => void;
}

/** One body that is to work on the case. */
export function BodyPicker({ id, found, value, onChange }: BodyPickerProps) {
  const { options, search, busy } = useBodies(found);
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: search }}
      loading={busy}
      value={value === undefined ? null : keyOfBody(value)}
      options={[...options]}
      onChange={(key) => onChange(bodyFromKey(key))}
    />
  );
}

interface BodiesPickerProps {
  readonly id: string;
  readonly found: CaseView;
  readonly value: readonly Body[];
  readonly onChange: (bodies: readonly Body[]) => void;
}

/** Several bodies. */
export function BodiesPicker({ id, found, value, onChange }: BodiesPickerProps) {
  const { options, search, busy } = useBodies(found);
  return (
    <Select
      id={id}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: search }}
      loading={busy}
      value={value.map(keyOfBody)}
      options={[...options]}
      onChange={(keys) => onChange(keys.map(bodyFromKey))}
    />
  );
}

/** Organisations by name or initials, the desks above the place, and the grids of its community. */
function useBodies(found: CaseView) {
  const say = useSay();
  const [q, setQ] = useState('');
  const orgs = useAnswer(peopleRoutes.listOrganisations, { query: { limit: 100, ...(q === '' ? {} : { q }) } });
  const community = found.areas.find(({ code }) => code.length === 12)?.code;
  const grids = useAnswer(
    areaRoutes.listAreas,
    { query: { ...(community === undefined ? {} : { parent: community }), limit: 200 } },
    { enabled: community !== undefined },
  );
  const fits = (name: string) => q === '' || name.includes(q);
  const suggested = [found.routing.lead, ...found.routing.supporting];
  const desks = found.areas.filter(({ code }) => code.length === 6 || code.length === 9 || code.length === 12);
  const group = (label: string, options: readonly { readonly value: string; readonly label: string }[]) => ({
    label,
    options: [...options],
  });
  const orgOptions = (orgs.data?.value.rows ?? []).map(({ id, name }) => ({ value: `org:${id}`, label: name }));
  const known = new Set(orgOptions.map(({ value }) => value));
  // What the duty list names must be there by name, whatever has been typed or loaded.
  const named = suggested
    .filter((body) => body.kind === 'org' && !known.has(keyOfNamed(body)))
    .map((body) => ({ value: keyOfNamed(body), label: body.name }));
  const options = [
    group(say('form.body.orgs'), [...named, ...orgOptions]),
    group(
      say('form.body.desks'),
      desks.filter(({ name }) => fits(name)).map(({ code, name }) => ({ value: `desk:${code}`, label: name })),
    ),
    group(
      say('form.body.grids'),
      (grids.data?.value.rows ?? [])
        .filter(({ name }) => fits(name))
        .map(({ code, name }) => ({ value: `grid:${code}`, label: name })),
    ),
  ];
  return { options, search: setQ, busy: orgs.isFetching };
}
