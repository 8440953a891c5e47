import { areaRoutes } from '@gezhi/contract/places/index';
import type { AreaDetail } from '@gezhi/contract/places/index';
import { useState } from 'react';
import { problemOf, useAnswer } from '../../../api/query.ts';
import { Failed, Loading } from '../../../ui/states.tsx';
import { keptDraft } from './drafts.ts';
import { DrawingBoard } from './drawing-board.tsx';
import { emptyShape } from './shape.ts';
import { useSurroundings } from './use-surroundings.ts';
import './boundary.css';

interface DrawBoundaryProps {
  readonly area: AreaDetail;
  readonly onDone: () => void;
}

/** Draws the boundary of an area among those around it, goes on with a drawing that was not saved. */
export function DrawBoundary({ area, onDone }: DrawBoundaryProps) {
  const [draft] = useState(() => keptDraft(area.code));
  const [validFrom, setValidFrom] = useState(draft?.validFrom);
  const versions = useAnswer(areaRoutes.listBoundaries, { params: { code: area.code } });
  const around = useSurroundings(area, validFrom);
  // Another date reads the surroundings anew; until they are here the ones of before stand.
  const [kept, setKept] = useState(around);
  if (around !== undefined && around !== kept) setKept(around);

  if (versions.isError) return <Failed problem={problemOf(versions.error)} />;
  const etag = versions.data?.etag;
  if (kept === undefined || etag === undefined) return <Loading rows={6} />;
  return (
    <DrawingBoard
      area={area}
      around={kept}
      begun={draft ?? { shape: kept.mine ?? emptyShape, etag, reason: '' }}
      restored={draft !== undefined}
      current={etag}
      validFrom={validFrom}
      onValidFrom={setValidFrom}
      onDone={onDone}
    />
  );
}
