import type { CaseView } from '@gezhi/contract/cases/index';
import { photoOf } from '../../api/photo.ts';
import { isClockLine, isStep, photosIn, ratingIn, saidIn, sentenceOf } from '../../ui/cases/sentences.ts';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { TimelineItem } from '../../ui/timeline.tsx';
import { useSay } from '../../words/locale.tsx';
import type { Say } from '../../words/locale.tsx';

/** What happened, newest first; entries that only move clocks are left to the desk. */
export function History({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const lines = found.history.filter((line) => !isClockLine(line)).toReversed();
  return (
    <section>
      <h2>{say('history.title')}</h2>
      <Timeline items={lines.map((line) => itemOf(line, found.workOrders, say))} label={say('history.title')} />
    </section>
  );
}

function itemOf(line: CaseView['history'][number], orders: CaseView['workOrders'], say: Say): TimelineItem {
  const first = line.type === 'reported';
  const said = [ratingIn(line, say), first ? undefined : saidIn(line)].filter((part) => part !== undefined);
  const photos = first ? [] : photosIn(line);
  const bare = said.length === 0 && photos.length === 0;
  const more = bare ? undefined : (
    <>
      {said.join('\n')}
      <PhotoStrip photos={photos.map(photoOf)} />
    </>
  );
  return { key: String(line.seq), at: line.at, text: sentenceOf(line, orders, say), step: isStep(line), more };
}
