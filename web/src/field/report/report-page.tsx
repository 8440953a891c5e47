import { caseRoutes } from '@gezhi/contract/cases/index';
import type { Filed } from '@gezhi/contract/cases/index';
import { Button } from 'antd-mobile';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useSend } from '../app/send.ts';
import { TextField, TickField, WordsField } from '../app/text-field.tsx';
import type { KeptPhoto } from '../drafts/draft-store.ts';
import { useDraft } from '../drafts/use-draft.ts';
import type { DraftInHand } from '../drafts/use-draft.ts';
import { arrivedIds, PhotoField } from '../photos/photo-field.tsx';
import { CategoryChips } from './category-chips.tsx';
import { NearOnes } from './near-ones.tsx';
import { blankReport, lackOf, reportBody, reportDraft } from './report-values.ts';
import type { ReportValues } from './report-values.ts';
import { ReportSent } from './report-sent.tsx';
import { useWhere, WhereField } from './where-field.tsx';
import './report.css';

const noPhotos: readonly KeptPhoto[] = [];

/** Reporting: photo, words, place; solved on the spot in the same step. What is typed stays on the phone until it has arrived. */
export function ReportPage() {
  const [filed, setFiled] = useState<Filed>();
  const draft = useDraft(reportDraft, { ...blankReport });
  if (filed !== undefined) return <ReportSent filed={filed} onAnother={() => setFiled(undefined)} />;
  return draft.ready ? <ReportForm draft={draft} onFiled={setFiled} /> : null;
}

function ReportForm({ draft, onFiled }: { readonly draft: DraftInHand; readonly onFiled: (filed: Filed) => void }) {
  const say = useSay();
  const values = { ...blankReport, ...draft.values } as ReportValues;
  const set = (part: Partial<ReportValues>) => draft.change(part);
  const where = useWhere(values.point);
  const [lack, setLack] = useState<'words' | 'note'>();
  const [wanted, setWanted] = useState(false);
  const file = useSend(caseRoutes.file, [caseRoutes.list, caseRoutes.map]);
  const { changePhotos } = draft;
  const onPhotos = useCallback(
    (change: Parameters<typeof changePhotos>[1]) => changePhotos('seen', change),
    [changePhotos],
  );
  const onAfter = useCallback(
    (change: Parameters<typeof changePhotos>[1]) => changePhotos('after', change),
    [changePhotos],
  );
  const seen = draft.photos['seen'] ?? noPhotos;
  const after = draft.photos['after'] ?? noPhotos;
  const ids = arrivedIds(seen);
  const afterIds = values.solved ? arrivedIds(after) : [];

  const send = async (photos: readonly string[], afterPhotos: readonly string[]) => {
    const body = reportBody({ ...values, point: where.point }, photos, afterPhotos);
    const result = await file.send({ body, idempotencyKey: draft.key });
    if (!result.ok) {
      if (result.problem.code === 'file.unknown') draft.resendPhotos();
      return;
    }
    draft.clear();
    onFiled(result.value);
  };
  const arrived = ids !== undefined && afterIds !== undefined;
  const sendArrived = useEffectEvent(() => {
    setWanted(false);
    if (ids !== undefined && afterIds !== undefined) void send(ids, afterIds);
  });
  useEffect(() => {
    if (wanted && arrived) queueMicrotask(sendArrived);
  }, [wanted, arrived]);
  const submit = () => {
    const lacking = lackOf(values, seen.length);
    setLack(lacking);
    setWanted(lacking === undefined);
  };
  return (
    <main className="page">
      <h1>{say('field.report.title')}</h1>
      {draft.restored ? (
        <p className="card restored">
          {say('field.form.kept')}
          <Button size="small" onClick={draft.clear}>
            {say('field.form.clear')}
          </Button>
        </p>
      ) : null}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <PhotoField label={say('field.form.photos')} photos={seen} onChange={onPhotos} />
        <WordsField
          label={say('field.report.words')}
          hint={say('field.report.words.hint')}
          value={values.description}
          most={4000}
          mistake={lack === 'words' ? say('field.report.needsWords') : undefined}
          onChange={(description) => set({ description })}
        />
        <CategoryChips value={values.category} onChange={(category) => set({ category })} />
        <WhereField where={where} onPick={(point) => set({ point })} />
        <TextField
          label={say('field.report.address')}
          value={values.address}
          maxLength={200}
          onChange={(address) => set({ address })}
        />
        <NearOnes point={where.point} category={values.category} />
        <TickField label={say('field.report.urgent')} ticked={values.urgent} onChange={(urgent) => set({ urgent })} />
        <TickField label={say('field.report.solved')} ticked={values.solved} onChange={(solved) => set({ solved })} />
        {values.solved ? (
          <>
            <WordsField
              label={say('field.report.solved.note')}
              value={values.note}
              most={2000}
              mistake={lack === 'note' ? say('field.report.needsNote') : undefined}
              onChange={(note) => set({ note })}
            />
            <PhotoField label={say('field.form.after')} photos={after} onChange={onAfter} />
          </>
        ) : null}
        <ProblemNote problem={file.problem} onAsNew={draft.renew} />
        <Button type="submit" color="primary" size="large" block loading={file.busy}>
          {wanted ? say('field.form.waiting') : say('field.report.send')}
        </Button>
      </form>
    </main>
  );
}
