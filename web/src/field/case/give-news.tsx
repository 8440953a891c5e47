import type { CaseView } from '@gezhi/contract/cases/index';
import { isClockLine, saidIn, sentenceOf } from '../../ui/cases/sentences.ts';
import { useSay } from '../../words/locale.tsx';

interface GiveNewsProps {
  /** The case as it is now. */
  readonly found: CaseView;
  /** Version somebody had before their eyes when they began. */
  readonly seen: number;
}

/** What happened to the case since a form was begun: told as soon as it is known, so that nobody sends over what they have not seen. */
export function GiveNews({ found, seen }: GiveNewsProps) {
  const say = useSay();
  const news = found.history.filter((line) => line.seq > seen && !isClockLine(line));
  if (news.length === 0) return null;
  return (
    <div className="problem" role="alert">
      <strong>{say('field.stale.news')}</strong>
      <ul className="plain">
        {news.map((line) => (
          <li key={line.seq}>{[sentenceOf(line, found.workOrders, say), saidIn(line)].filter(Boolean).join(' — ')}</li>
        ))}
      </ul>
      {say('field.stale.hint')}
    </div>
  );
}
