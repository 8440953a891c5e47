import { Button } from 'antd-mobile';
import { useCallback, useState } from 'react';
import type { ClipboardEvent } from 'react';
import { useSay } from '../../words/locale.tsx';
import { TextField, TickField, WordsField } from '../app/text-field.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import type { DraftInHand } from '../drafts/use-draft.ts';
import type { StoredPhoto } from '../kept/phone.ts';
import { NoRoom } from '../outbox/no-room.tsx';
import { PhotoField, photoFrom } from '../photos/photo-field.tsx';
import type { Item } from '../queue/item.ts';
import { useQueueUp } from '../queue/use-queue-up.ts';
import type { QueuedUp } from '../queue/use-queue-up.ts';
import { CategoryChips } from './category-chips.tsx';
import { GroupMessage } from './group-message.tsx';
import { NearOnes } from './near-ones.tsx';
import { blankReport, lackOf, reportBody, reportDraft } from './report-values.ts';
import type { ReportValues } from './report-values.ts';
import { ReportSent } from './report-sent.tsx';
import { useShared } from './use-shared.ts';
import { useWhere, WhereField } from './where-field.tsx';
import './report.css';

const noPhotos: readonly StoredPhoto[] = [];

/**
 * Reporting: photo, words, place; solved on the spot in the same step. It goes into the queue of this phone and on from
 * there; without a line as well.
 * @param again id of something queued that was taken back to be changed
 */
export function ReportPage({ again }: { readonly again: string | undefined }) {
  const [taken, setTaken] = useState<Item>();
  const draft = useDraft(again === undefined ? reportDraft : `${reportDraft} ${again}`, { ...blankReport });
  if (taken !== undefined) return <ReportSent item={taken} onAnother={() => setTaken(undefined)} />;
  return draft.ready ? <ReportForm draft={draft} onTaken={setTaken} /> : null;
}

function ReportForm({ draft, onTaken }: { readonly draft: DraftInHand; readonly onTaken: (item: Item) => void }) {
  const say = useSay();
  const values = { ...blankReport, ...draft.values } as ReportValues;
  const set = (part: Partial<ReportValues>) => draft.change(part);
  const where = useWhere(values.point);
  const [lack, setLack] = useState<'words' | 'note'>();
  const [noRoom, setNoRoom] = useState<Extract<QueuedUp, { kind: 'noRoom' }>>();
  const [busy, setBusy] = useState(false);
  const queueUp = useQueueUp();
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
  useShared((text, photos) => {
    set({ description: [values.description, text].filter((part) => part.trim() !== '').join('\n'), group: true });
    onPhotos((now) => [...now, ...photos].slice(0, 9));
  });
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    for (const file of files) void photoFrom(file).then((photo) => onPhotos((now) => [...now, photo].slice(0, 9)));
  };

  const submit = async () => {
    const lacking = lackOf(values, seen.length);
    setLack(lacking);
    if (lacking !== undefined || busy) return;
    setBusy(true);
    const body = reportBody({ ...values, point: where.point }, [], []);
    const photos = values.solved ? { seen, after } : { seen };
    const { key, name } = draft;
    // The place it is sent with is the place it is changed with: a position found later would be another.
    const kept = { ...values, point: where.point };
    const title = values.description.trim();
    const ended = await queueUp({
      work: { kind: 'report', body },
      title,
      group: values.group,
      draft: { values: kept, photos, key, name },
    });
    setBusy(false);
    if (ended.kind === 'noRoom') {
      setNoRoom(ended);
      return;
    }
    draft.handedOver();
    onTaken(ended.item);
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
        onPaste={paste}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
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
        <GroupMessage group={values.group} onText={(text) => set({ description: text, group: true })} />
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
        {draft.kept || noRoom !== undefined ? null : <p className="mistake">{say('field.form.notKept')}</p>}
        {noRoom === undefined ? null : <NoRoom send={noRoom.send} onArrived={draft.clear} />}
        <Button type="submit" color="primary" size="large" block loading={busy}>
          {say('field.report.send')}
        </Button>
      </form>
    </main>
  );
}
