import type { CaseView } from '@gezhi/contract/cases/index';
import type { Problem } from '../../api/call.ts';
import { isClockLine, saidIn, sentenceOf } from '../../ui/cases/sentences.ts';
import { useSay } from '../../words/locale.tsx';
import { ProblemNote } from '../app/problem-note.tsx';

interface GiveProblemProps {
  readonly problem: Problem | undefined;
  /** The case as it is now. */
  readonly found: CaseView;
  /** Version somebody had before their eyes when they began. */
  readonly seen: number;
}

/**
 * Why a command was not taken, and what happened to the case since it was begun: told as soon as it is known, so that
 * nobody sends on top of what they have not seen.
 */
export function GiveProblem({ problem, found, seen }: GiveProblemProps) {
  const say = useSay();
  const news = found.history.filter((line) => line.seq > seen && !isClockLine(line));
  const stale = problem?.status === 412;
  return (
    <>
      {stale || news.length > 0 ? (
        <div className="problem" role="alert">
          <strong>{stale ? say('field.stale.title') : say('field.stale.news')}</strong>
          <ul className="plain">
            {news.map((line) => (
              <li key={line.seq}>
                {[sentenceOf(line, found.workOrders, say), saidIn(line)].filter(Boolean).join(' — ')}
              </li>
            ))}
          </ul>
          {say('field.stale.hint')}
        </div>
      ) : null}
      {stale ? null : <ProblemNote problem={problem} />}
    </>
  );
}
