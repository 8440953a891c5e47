import { peopleRoutes } from '@gezhi/contract/people/index';
import type { OrganisationRow, PersonRow } from '@gezhi/contract/people/index';
import { useDeferredValue, useState } from 'react';
import { problemOf, useAnswer } from '../../api/query.ts';
import { PersonChip } from '../../ui/person-chip.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useSay } from '../../words/locale.tsx';
import { useSend } from '../app/send.ts';
import { useSession } from '../app/session.tsx';
import { TextField } from '../app/text-field.tsx';
import { RevealCall } from './reveal-call.tsx';
import { useRoleName } from './role-name.ts';
import { servesOf } from './serves.ts';
import { usePlacesServed } from './use-places-served.ts';
import './people.css';
import '../today/today.css';

/** Who is who: the people of my areas with their posts, and the bodies with their duty lines. */
export function PeoplePage() {
  const say = useSay();
  const [which, setWhich] = useState<'people' | 'orgs'>('people');
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  return (
    <main className="page">
      <div role="tablist" className="today-tabs">
        {(['people', 'orgs'] as const).map((one) => (
          <button key={one} type="button" role="tab" aria-selected={one === which} onClick={() => setWhich(one)}>
            {say(`field.people.${one}`)}
          </button>
        ))}
      </div>
      <TextField
        label={say(which === 'people' ? 'field.people.search' : 'field.people.searchOrgs')}
        type="search"
        value={q}
        maxLength={100}
        onChange={setQ}
      />
      {which === 'people' ? <People q={asked} /> : <Bodies q={asked} />}
    </main>
  );
}

/** As a telephone book stands: names by their sound. */
const byName = new Intl.Collator('zh-CN-u-co-pinyin');

const searched = (q: string) => ({ limit: 100, ...(q !== '' && { q }) });

function People({ q }: { readonly q: string }) {
  const say = useSay();
  const answer = useAnswer(peopleRoutes.listPeople, { query: searched(q) });
  const all = useAnswer(peopleRoutes.listPeople, { query: searched('') }, { enabled: q !== '' });
  // Without a line the search goes over what was read before.
  const kept = answer.isError ? all.data?.value.rows.filter(({ name }) => name.includes(q)) : undefined;
  const rows = (answer.data?.value.rows ?? kept)?.toSorted((a, b) => byName.compare(a.name, b.name));
  const nameOf = usePlacesServed(rows ?? []);
  if (rows === undefined) {
    return answer.isPending ? (
      <Loading rows={8} />
    ) : (
      <Failed problem={problemOf(answer.error)} retry={() => void answer.refetch()} />
    );
  }
  if (rows.length === 0) return <Empty title={say('field.people.none')} />;
  return (
    <ul className="work">
      {rows.map((row) => (
        <Person key={row.id} row={row} nameOf={nameOf} />
      ))}
    </ul>
  );
}

/** Places said of one person; whoever stands in for many is not known by the tenth. */
const SAID = 3;

interface PersonProps {
  readonly row: PersonRow;
  readonly nameOf: (codeOrId: string) => string | undefined;
}

function Person({ row, nameOf }: PersonProps) {
  const say = useSay();
  const { permissions } = useSession();
  const roleName = useRoleName();
  const serves = servesOf(row.posts, nameOf);
  return (
    <li className="work-row">
      <div className="person">
        <PersonChip name={row.name} note={serves.length === 0 ? say('field.people.noPost') : undefined} />
        {row.phone === undefined ? null : <span className="quiet figures">{row.phone}</span>}
        {serves.slice(0, SAID).map(({ where, roles }) => (
          <span key={where} className="person-serves">
            {where === '' ? null : <b>{where}</b>}
            <span className="quiet">{roles.map(roleName).join(say('ui.and'))}</span>
          </span>
        ))}
        {serves.length > SAID ? (
          <span className="quiet person-serves">{say('field.people.more', { n: serves.length - SAID })}</span>
        ) : null}
      </div>
      {row.phone !== undefined && permissions.includes('personal.reveal') ? <Call id={row.id} /> : null}
    </li>
  );
}

/** A colleague's number is shown for a purpose and on the record, like anybody's. */
function Call({ id }: { readonly id: string }) {
  const say = useSay();
  const reveal = useSend(peopleRoutes.revealPhone);
  const ask = async (purpose: string) => {
    const result = await reveal.send({ params: { id }, body: { purpose } });
    return result.ok ? { phone: result.value.phone, until: Date.parse(result.value.until) } : undefined;
  };
  return (
    <RevealCall
      name={say('field.people.callPerson')}
      purpose={say('field.people.purpose')}
      onAsk={ask}
      busy={reveal.busy}
      problem={reveal.problem}
    />
  );
}

function Bodies({ q }: { readonly q: string }) {
  const say = useSay();
  const answer = useAnswer(peopleRoutes.listOrganisations, { query: searched(q) });
  if (answer.data === undefined) {
    return answer.isPending ? (
      <Loading rows={8} />
    ) : (
      <Failed problem={problemOf(answer.error)} retry={() => void answer.refetch()} />
    );
  }
  const { rows } = answer.data.value;
  if (rows.length === 0) return <Empty title={say('field.people.none')} />;
  return (
    <ul className="work">
      {rows.map((row) => (
        <Body key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Body({ row }: { readonly row: OrganisationRow }) {
  const say = useSay();
  return (
    <li className="work-row">
      <PersonChip name={row.name} note={say(`org.kind.${row.kind}`)} />
      {row.dutyPhone === undefined ? null : (
        <a className="link" href={`tel:${row.dutyPhone}`}>
          {say('field.people.call')} {row.dutyPhone}
        </a>
      )}
    </li>
  );
}
