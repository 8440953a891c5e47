import type { CaseView } from '@gezhi/contract/cases/index';
import { Button } from 'antd';
import { useState } from 'react';
import { photoOf } from '../../api/photo.ts';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { TimelineItem } from '../../ui/timeline.tsx';
import { useSay } from '../../words/locale.tsx';
import type { Say } from '../../words/locale.tsx';
import { isClockLine, isStep, photosIn, ratingIn, saidIn, sentenceOf } from './sentences.ts';

/** Everything that happened, newest first. Entries that only move clocks come when asked for. */
export function History({ found }: { readonly found: CaseView }) {
  const say = useSay();
  const [withClocks, setWithClocks] = useState(false);
  const lines = found.history.filter((line) => withClocks || !isClockLine(line)).toReversed();
  const items = lines.map((line) => itemOf(line, found.workOrders, say));
  return (
    <section className="sheet-block">
      <h3>{say('history.title')}</h3>
      <Timeline items={items} label={say('history.title')} />
      <Button type="link" size="small" onClick={() => setWithClocks(!withClocks)}>
        {withClocks ? say('history.clocks.hide') : say('history.clocks.show')}
      </Button>
    </section>
  );
}

function itemOf(line: CaseView['history'][number], orders: CaseView['workOrders'], say: Say): TimelineItem {
  const said = [ratingIn(line, say), line.type === 'reported' ? undefined : saidIn(line)].filter(
    (part) => part !== undefined,
  );
  const photos = line.type === 'reported' ? [] : photosIn(line);
  const more =
    said.length === 0 && photos.length === 0 ? undefined : (
      <>
        {said.join('\n')}
        <PhotoStrip photos={photos.map(photoOf)} />
      </>
    );
  return { key: String(line.seq), at: line.at, text: sentenceOf(line, orders, say), step: isStep(line), more };
}
