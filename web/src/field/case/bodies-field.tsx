import { peopleRoutes } from '@gezhi/contract/people/index';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { useSay } from '../../words/locale.tsx';
import { TextField, TickField } from '../app/text-field.tsx';

interface BodiesFieldProps {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (bodies: readonly { readonly kind: 'org'; readonly org: string }[]) => void;
}

/** Rows before one has to look for a name. */
const shown = 12;

/** Which bodies are called: those of the county by name, one tick each. */
export function BodiesField({ label, value, onChange }: BodiesFieldProps) {
  const say = useSay();
  const [q, setQ] = useState('');
  const answer = useAnswer(peopleRoutes.listOrganisations, { query: { limit: 100 } });
  const chosen = new Set(
    (Array.isArray(value) ? (value as readonly { readonly org?: string }[]) : []).flatMap(({ org }) => org ?? []),
  );
  const all = answer.data?.value.rows ?? [];
  const found = all.filter(({ id, name }) => chosen.has(id) || name.includes(q.trim()));
  const rows = found.toSorted((a, b) => Number(chosen.has(b.id)) - Number(chosen.has(a.id)));
  const tick = (id: string, ticked: boolean) => {
    const next = ticked ? [...chosen, id] : [...chosen].filter((one) => one !== id);
    onChange(next.map((org) => ({ kind: 'org' as const, org })));
  };
  return (
    <div role="group" aria-label={label}>
      <span className="label">{label}</span>
      <TextField label={say('field.form.bodies.find')} type="search" value={q} maxLength={40} onChange={setQ} />
      {rows.slice(0, shown).map(({ id, name }) => (
        <TickField key={id} label={name} ticked={chosen.has(id)} onChange={(ticked) => tick(id, ticked)} />
      ))}
      {rows.length > shown ? <p className="quiet">{say('field.form.bodies.more')}</p> : null}
    </div>
  );
}
