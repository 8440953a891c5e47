import type { CaseView } from '@gezhi/contract/cases/index';
import { useSay } from '../../../words/locale.tsx';

/** Whom the duty list names, and by which row. */
export function Suggestion({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const { lead, row, gap, version } = found.routing;
  return (
    <p className="command-suggestion">
      <b>{say('form.suggested', { lead: lead.name })}</b>
      <br />
      {gap || row === undefined ? say('case.routing.gap') : say('case.routing.row', { row, version })}
    </p>
  );
}
