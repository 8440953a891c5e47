import { caseRoutes } from '@gezhi/contract/cases/index';
import type { CaseView } from '@gezhi/contract/cases/index';
import { useSay } from '../../words/locale.tsx';
import { useSend } from '../app/send.ts';
import { useSession } from '../app/session.tsx';
import { RevealCall } from '../people/reveal-call.tsx';

/** Who raised it, masked; their number for a stated purpose, for a minute, to whom may. */
export function ReporterCard({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const { permissions } = useSession();
  const { reporter } = found;
  const name = reporter.name ?? say('field.case.resident');
  return (
    <section className="card">
      <span className="label">{say('field.case.who')}</span>
      <p>
        {reporter.kind === 'staff' ? say('field.case.staff', { name }) : name}
        {reporter.phone === undefined ? null : <span className="figures"> {reporter.phone}</span>}
      </p>
      {found.supporters === 0 ? null : <p>{say('field.case.supporters', { n: found.supporters })}</p>}
      {reporter.phone !== undefined && permissions.includes('personal.reveal') ? <Reveal id={found.id} /> : null}
    </section>
  );
}

function Reveal({ id }: { readonly id: string }) {
  const say = useSay();
  const reveal = useSend(caseRoutes.reveal);
  const ask = async (purpose: string) => {
    const result = await reveal.send({ params: { id }, body: { field: 'phone', purpose } });
    return result.ok ? { phone: result.value.value, until: Date.parse(result.value.until) } : undefined;
  };
  return (
    <RevealCall
      name={say('field.case.call')}
      purpose={say('field.case.purpose.contact')}
      onAsk={ask}
      busy={reveal.busy}
      problem={reveal.problem}
    />
  );
}
