import { bulkCommand, bulkCommands } from '@gezhi/contract/cases/index';
import type { BulkCommand, BulkCommandName } from '@gezhi/contract/cases/index';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../words/locale.tsx';
import { Field } from '../../app/field.tsx';
import { OrgPicker } from '../../pickers/org-picker.tsx';

interface BulkFormProps {
  /** A preview is being made. */
  readonly busy: boolean;
  readonly onPreview: (command: BulkCommand) => void;
  /** Something was changed after a preview. */
  readonly onChange: (() => void) | undefined;
}

const names = Object.keys(bulkCommands) as readonly BulkCommandName[];

/** What the words of a command are called on the wire; absent where it has none. */
const wordsOf: Partial<Record<BulkCommandName, 'text' | 'reason' | 'note'>> = {
  remind: 'text',
  note: 'text',
  escalate: 'reason',
  dispatch: 'note',
};

/** What is to be done with all of them, and what it needs to know. */
export function BulkForm({ busy, onPreview, onChange }: BulkFormProps) {
  const say = useSay();
  const [type, setType] = useState<BulkCommandName>('dispatch');
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [toOne, setToOne] = useState(false);
  const [org, setOrg] = useState<string>();
  const [missing, setMissing] = useState(false);
  const part = wordsOf[type];

  const changed = () => {
    setMissing(false);
    onChange?.();
  };
  const submit = () => {
    const read = bulkCommand.safeParse({
      type,
      ...(part === undefined || (part === 'note' && words.trim() === '') ? {} : { [part]: words }),
      ...(type === 'note' ? { public: open } : {}),
      ...(type === 'dispatch' && toOne ? { lead: { kind: 'org', org: org ?? '' } } : {}),
    });
    setMissing(!read.success);
    if (read.success) onPreview(read.data);
  };
  const wrong = missing ? say('bulk.needs') : undefined;
  return (
    <form
      className="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset disabled={busy}>
        <legend>{say('bulk.command')}</legend>
        <Radio.Group
          value={type}
          disabled={busy}
          options={names.map((value) => ({ value, label: say(`case.command.${value}`) }))}
          onChange={(event) => {
            setType(event.target.value as BulkCommandName);
            changed();
          }}
        />
      </fieldset>
      {type === 'dispatch' ? (
        <Radio.Group
          value={toOne}
          aria-label={say('case.command.dispatch')}
          options={[
            { value: false, label: say('bulk.dispatch.list') },
            { value: true, label: say('bulk.dispatch.one') },
          ]}
          onChange={(event) => {
            setToOne(event.target.value === true);
            changed();
          }}
        />
      ) : null}
      {type === 'dispatch' && toOne ? (
        <Field label={say('bulk.dispatch.org')} needed wrong={org === undefined ? wrong : undefined}>
          {(id) => (
            <OrgPicker
              id={id}
              value={org}
              onChange={(next) => {
                setOrg(next);
                changed();
              }}
            />
          )}
        </Field>
      ) : null}
      {part === undefined ? null : (
        <Field
          label={say(`form.${part}`)}
          needed={part !== 'note'}
          wrong={words.trim() === '' && part !== 'note' ? wrong : undefined}
        >
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={1000}
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                changed();
              }}
            />
          )}
        </Field>
      )}
      {type === 'note' ? (
        <Checkbox
          checked={open}
          onChange={(event) => {
            setOpen(event.target.checked);
            changed();
          }}
        >
          {say('form.public')}
        </Checkbox>
      ) : null}
      {onChange === undefined ? (
        <Button type="primary" htmlType="submit" loading={busy}>
          {say('bulk.preview')}
        </Button>
      ) : null}
    </form>
  );
}
