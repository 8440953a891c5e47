import type { CaseView } from '@gezhi/contract/cases/index';
import type { Problem } from '../../api/call.ts';
import { isClockLine, saidIn, sentenceOf } from '../../ui/cases/sentences.ts';
import { useSay } from '../../words/locale.tsx';
import { ProblemNote } from '../app/problem-note.tsx';

interface GiveProblemProps {
  readonly problem: Problem | undefined;
  /** The case, read again after a refusal for being stale. */
  readonly found: CaseView;
  /** Version that was on the screen when the command was given. */
  readonly seen: number;
}

/** Why a command was not taken; for a stale one, what happened in the meantime. */
export function GiveProblem({ problem, found, seen }: GiveProblemProps) {
  const say = useSay();
  if (problem?.status !== 412) return <ProblemNote problem={problem} />;
  const news = found.history.filter((line) => line.seq > seen && !isClockLine(line));
  return (
    <div className="problem" role="alert">
      <strong>{say('field.stale.title')}</strong>
      <ul className="plain">
        {news.map((line) => (
          <li key={line.seq}>{[sentenceOf(line, found.workOrders, say), saidIn(line)].filter(Boolean).join(' — ')}</li>
        ))}
      </ul>
      {say('field.stale.hint')}
    </div>
  );
}
