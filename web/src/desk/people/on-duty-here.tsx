import { peopleRoutes } from '@gezhi/contract/people/index';
import { useAnswer } from '../../api/query.ts';
import { PersonChip } from '../../ui/person-chip.tsx';
import { useSay } from '../../words/locale.tsx';

type Desk = { readonly area: string } | { readonly org: string };

/** Who covers a desk at this moment; that nobody does is said, not left out. */
export function OnDutyHere({ desk }: { readonly desk: Desk }) {
  const say = useSay();
  const now = useAnswer(peopleRoutes.dutyNow, { query: desk }, { refetchInterval: 60_000 });
  if (now.data === undefined) return null;
  const { people, officeHours, uncovered } = now.data.value;
  return (
    <div className="on-duty">
      <h3>
        {say('duty.now')} · {officeHours ? say('duty.now.officeHours') : say('duty.now.outOfHours')}
      </h3>
      {uncovered ? <p role="alert">{say('duty.now.uncovered')}</p> : null}
      <div className="page-choices">
        {people.map(({ person, name, by }) => (
          <PersonChip key={person} name={name} note={say(`duty.by.${by}`)} />
        ))}
      </div>
    </div>
  );
}
