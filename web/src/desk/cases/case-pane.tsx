import { caseRoutes } from '@gezhi/contract/cases/index';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { CaseSheet } from './case-sheet.tsx';
import type { Begin } from './case-sheet.tsx';

interface CasePaneProps {
  readonly id: string;
  /** A command whose form opens with the case. */
  readonly begin?: Begin | undefined;
  readonly onBegun?: () => void;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}

/** The third pane: one case, read anew whenever it changes. */
export function CasePane({ id, begin, onBegun, onClose, onOpen }: CasePaneProps) {
  const answer = useAnswer(caseRoutes.get, { params: { id } });
  if (answer.data !== undefined) {
    const { value, etag } = answer.data;
    return (
      <CaseSheet
        key={id}
        found={value}
        etag={etag ?? `"${value.version}"`}
        begin={begin}
        onBegun={onBegun}
        onClose={onClose}
        onOpen={onOpen}
      />
    );
  }
  if (answer.isPending) return <Loading rows={8} />;
  return <Failed problem={problemOf(answer.error)} retry={() => void answer.refetch()} />;
}
