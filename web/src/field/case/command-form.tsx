import type { CaseView, StaffCommand, StaffCommandName } from '@gezhi/contract/cases/index';
import { Button } from 'antd-mobile';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import { commandFrom, fieldsOf } from '../../ui/cases/command-fields.ts';
import type { Field } from '../../ui/cases/command-fields.ts';
import { useSay } from '../../words/locale.tsx';
import type { KeptPhoto } from '../drafts/draft-store.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { arrivedIds, PhotoField } from '../photos/photo-field.tsx';
import { CommandInput } from './command-input.tsx';
import { startingValues } from './starting-values.ts';

interface CommandFormProps {
  readonly found: CaseView;
  readonly command: StaffCommandName;
  readonly busy: boolean;
  /** Somebody was quicker: what is typed stays, and sending is a second decision. */
  readonly stale: boolean;
  readonly problem: ReactNode;
  /** Answers whether it was taken. */
  readonly onGive: (command: StaffCommand, key: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

const noPhotos: readonly KeptPhoto[] = [];

/** What a command needs to know. It is a draft: closed, lost or refused, it is there again next time. */
export function CommandForm({ found, command, busy, stale, problem, onGive, onCancel }: CommandFormProps) {
  const say = useSay();
  const draft = useDraft(`${command} ${found.id}`, startingValues(found, command));
  const [invalid, setInvalid] = useState(false);
  const [wanted, setWanted] = useState(false);
  const { changePhotos } = draft;
  const onBefore = useCallback(
    (change: Parameters<typeof changePhotos>[1]) => changePhotos('before', change),
    [changePhotos],
  );
  const onAfter = useCallback(
    (change: Parameters<typeof changePhotos>[1]) => changePhotos('after', change),
    [changePhotos],
  );
  const own = found.workOrders.filter(({ mine }) => mine);
  const fields = fieldsOf(command).filter(
    ({ widget }) => widget !== 'workOrder' || own.length > 1 || command === 'rateBody',
  );
  const two = command === 'finish' || command === 'solveOnTheSpot';
  const before = draft.photos['before'] ?? noPhotos;
  const after = draft.photos['after'] ?? noPhotos;
  const ids = arrivedIds([...before, ...after]);
  const name = say(`case.command.${command}`);

  const give = async (photos: readonly string[]) => {
    const takesPhotos = fields.some(({ widget }) => widget === 'photos');
    const ready = commandFrom(command, { ...draft.values, ...(takesPhotos && { photos }) });
    setInvalid(!ready.success);
    if (ready.success && (await onGive(ready.data, draft.key))) draft.clear();
  };
  const arrived = ids !== undefined;
  const giveArrived = useEffectEvent(() => {
    setWanted(false);
    if (ids !== undefined) void give(ids);
  });
  useEffect(() => {
    if (wanted && arrived) queueMicrotask(giveArrived);
  }, [wanted, arrived]);
  if (!draft.ready) return null;
  const photoFields = (field: Field) =>
    two ? (
      <div key={field.name} className="form">
        <PhotoField label={say('field.form.before')} photos={before} onChange={onBefore} />
        <PhotoField label={say('field.form.after')} photos={after} onChange={onAfter} />
      </div>
    ) : (
      <PhotoField key={field.name} label={say('field.form.photos')} photos={after} onChange={onAfter} />
    );
  return (
    <form
      className="form"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        setWanted(true);
      }}
    >
      <h2>{name}</h2>
      {draft.restored ? <p className="quiet">{say('field.form.kept')}</p> : null}
      {fields.map((field) =>
        field.widget === 'photos' ? (
          photoFields(field)
        ) : (
          <CommandInput
            key={field.name}
            field={field}
            command={command}
            found={found}
            value={draft.values[field.name]}
            onChange={(value) => draft.change({ [field.name]: value })}
          />
        ),
      )}
      {problem}
      {invalid ? (
        <p className="mistake" role="alert">
          {say('form.invalid')}
        </p>
      ) : null}
      <div className="sheet-foot">
        <Button type="submit" color="primary" size="large" block loading={busy}>
          {wanted ? say('field.form.waiting') : stale ? say('field.stale.again') : name}
        </Button>
        <Button size="large" block onClick={onCancel}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
