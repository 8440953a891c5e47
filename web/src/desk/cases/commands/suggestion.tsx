import type { CaseView } from '@gezhi/contract/cases/index';
import { useSay } from '../../../words/locale.tsx';
import { RoutingRow } from '../routing-row.tsx';

/** Whom the duty list names, and by which row. */
export function Suggestion({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const { lead } = found.routing;
  return (
    <p className="command-suggestion">
      <b>{say('form.suggested', { lead: lead.name })}</b>
      <br />
      <RoutingRow routing={found.routing} />
    </p>
  );
}
