import type { CaseView, StaffCommand, StaffCommandName } from '@gezhi/contract/cases/index';
import { Button } from 'antd-mobile';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { commandFrom, fieldsOf } from '../../ui/cases/command-fields.ts';
import type { Field } from '../../ui/cases/command-fields.ts';
import { useSay } from '../../words/locale.tsx';
import type { Draft } from '../drafts/draft-store.ts';
import { useDraft } from '../drafts/use-draft.ts';
import type { StoredPhoto } from '../kept/phone.ts';
import { PhotoField } from '../photos/photo-field.tsx';
import { CommandInput } from './command-input.tsx';
import { startingValues } from './starting-values.ts';

interface CommandFormProps {
  readonly found: CaseView;
  readonly command: StaffCommandName;
  readonly problem: ReactNode;
  /** Puts it into the queue; answers whether the phone had room for it. */
  readonly onGive: (command: StaffCommand, draft: Draft & { readonly name: string }) => Promise<boolean>;
  readonly onCancel: () => void;
}

const noPhotos: readonly StoredPhoto[] = [];

/** What a command needs to know. It is a draft: closed, lost or refused, it is there again next time. */
export function CommandForm({ found, command, problem, onGive, onCancel }: CommandFormProps) {
  const say = useSay();
  const draft = useDraft(`${command} ${found.id}`, startingValues(found, command));
  const [invalid, setInvalid] = useState(false);
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
  const name = say(`case.command.${command}`);

  const give = async () => {
    const ready = commandFrom(command, draft.values);
    setInvalid(!ready.success);
    if (!ready.success) return;
    const { values, photos, key, name: draftName } = draft;
    if (await onGive(ready.data, { values, photos, key, name: draftName })) draft.handedOver();
  };
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
        void give();
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
      {draft.kept ? null : <p className="mistake">{say('field.form.notKept')}</p>}
      {problem}
      {invalid ? (
        <p className="mistake" role="alert">
          {say('form.invalid')}
        </p>
      ) : null}
      <div className="sheet-foot">
        <Button type="submit" color="primary" size="large" block>
          {name}
        </Button>
        <Button size="large" block onClick={onCancel}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
