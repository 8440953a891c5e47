import { caseRoutes } from '@gezhi/contract/cases/index';
import type { CaseView } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { useState } from 'react';
import { photoOf } from '../../api/photo.ts';
import { useAnswer } from '../../api/query.ts';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { TimelineItem } from '../../ui/timeline.tsx';
import { useSay } from '../../words/locale.tsx';
import type { Say } from '../../words/locale.tsx';
import { CorrectionList } from './correction-list.tsx';
import { correctionsIn } from './corrections.ts';
import type { Correction } from './corrections.ts';
import { isClockLine, isStep, photosIn, ratingIn, saidIn, sentenceOf } from '../../ui/cases/sentences.ts';

/** Everything that happened, newest first. Entries that only move clocks come when asked for. */
export function History({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const [withClocks, setWithClocks] = useState(false);
  const lines = found.history.filter((line) => withClocks || !isClockLine(line)).toReversed();
  const corrections = correctionsIn(found.history);
  const items = lines.map((line) => itemOf(line, found.workOrders, corrections.get(line.seq) ?? [], say));
  return (
    <section className="sheet-block">
      <h3>{say('history.title')}</h3>
      <Timeline items={items} label={say('history.title')} />
      <Button type="link" size="small" onClick={() => setWithClocks(!withClocks)}>
        {withClocks ? say('history.clocks.hide') : say('history.clocks.show')}
      </Button>
      <Chain id={found.id} />
    </section>
  );
}

/** Walks the hash chain of the history when asked, and says whether it holds. */
function Chain({ id }: { readonly id: string }) {
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const chain = useAnswer(caseRoutes.history, { params: { id }, query: {} }, { enabled: asked });
  if (chain.data !== undefined) {
    return <span role="status">{chain.data.value.intact ? say('history.intact') : say('history.broken')}</span>;
  }
  return (
    <Button type="link" size="small" loading={chain.isLoading} onClick={() => setAsked(true)}>
      {say('history.check')}
    </Button>
  );
}

function itemOf(
  line: CaseView['history'][number],
  orders: CaseView['workOrders'],
  changes: readonly Correction[],
  say: Say,
): TimelineItem {
  const said = [ratingIn(line, say), line.type === 'reported' ? undefined : saidIn(line)].filter(
    (part) => part !== undefined,
  );
  const photos = line.type === 'reported' ? [] : photosIn(line);
  const more =
    said.length === 0 && photos.length === 0 && changes.length === 0 ? undefined : (
      <>
        {changes.length === 0 ? null : <CorrectionList changes={changes} />}
        {said.join('\n')}
        <PhotoStrip photos={photos.map(photoOf)} />
      </>
    );
  return { key: String(line.seq), at: line.at, text: sentenceOf(line, orders, say), step: isStep(line), more };
}
