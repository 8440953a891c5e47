import type { CaseView, StaffCommand } from '@gezhi/contract/cases/index';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../api/call.ts';
import { PhotosUnderWay, usePhotosUnderWay } from '../../../ui/photo-strip.tsx';
import { useSay } from '../../../words/locale.tsx';
import { Refusal } from '../../app/refusal.tsx';
import { AskFacts } from '../ask-facts.tsx';
import type { Chosen } from './command-bar.tsx';
import { commandFrom, fieldsOf } from '../../../ui/cases/command-fields.ts';
import { isConfirmed } from './confirmed.ts';
import { FieldInput } from './field-input.tsx';
import { correctionOf } from './correction.ts';
import { mistakesBeyondShape } from './mistakes.ts';
import { startingValues } from './starting-values.ts';
import { Suggestion } from './suggestion.tsx';
import { refusedFields, wrongFields } from './wrong-fields.ts';
import type { Wrong } from './wrong-fields.ts';

interface CommandFormProps {
  readonly found: CaseView;
  readonly chosen: Chosen;
  readonly busy: boolean;
  /** Why the server refused it. */
  readonly problem: Problem | undefined;
  /** Shown in place of the refusal where somebody was quicker. */
  readonly overtaken: ReactNode;
  readonly onGive: (command: StaffCommand) => void;
  readonly onCancel: () => void;
}

/** What a command needs to know, asked in place of the buttons: the case above stays in sight. */
export function CommandForm({ found, chosen, busy, problem, overtaken, onGive, onCancel }: CommandFormProps) {
  const say = useSay();
  const { command } = chosen;
  const form = useRef<HTMLFormElement>(null);
  const [start] = useState(() => startingValues(found, chosen));
  const [values, setValues] = useState(start);
  const [mistakes, setMistakes] = useState<Wrong>({});
  const [unchanged, setUnchanged] = useState(false);
  const [early, setEarly] = useState(false);
  const [photosUnderWay, tellPhotos] = usePhotosUnderWay();
  const own = found.workOrders.filter(({ mine }) => mine);
  const fields = fieldsOf(command).filter(
    ({ widget }) => widget !== 'workOrder' || own.length > 1 || command === 'rateBody',
  );
  const name = say(`case.command.${command}`);
  const wrong = { ...refusedFields(fields, problem), ...mistakes };
  const elsewhere = problem !== undefined && Object.keys(refusedFields(fields, problem)).length === 0;
  const ask = command === 'judge' ? found.asks.find(({ id }) => id === values['ask']) : undefined;

  // The button that opened the form is gone: the first field has the focus instead.
  useEffect(() => form.current?.querySelector<HTMLElement>(firstField)?.focus(), []);

  const give = () => {
    const given = command === 'correct' ? correctionOf(start, values) : values;
    const ready = commandFrom(command, given);
    const amiss = {
      ...wrongFields(fields, ready.error?.issues ?? [], given, say),
      ...mistakesBeyondShape(command, found, given, say),
    };
    const nothing = command === 'correct' && Object.keys(given).every((part) => part === 'reason');
    setMistakes(amiss);
    setUnchanged(nothing);
    setEarly(photosUnderWay > 0);
    if (photosUnderWay > 0) return;
    if (ready.success && !nothing && Object.keys(amiss).length === 0) onGive(ready.data);
    else requestAnimationFrame(() => focusFirstWrong(form.current));
  };
  return (
    <form
      ref={form}
      className="command-form"
      aria-label={name}
      noValidate
      onKeyDown={(event) => {
        // An open list of choices takes Escape for itself.
        const { target } = event;
        const choosing = target instanceof Element && target.getAttribute('aria-expanded') === 'true';
        if (event.key !== 'Escape' || choosing) return;
        event.stopPropagation();
        // What somebody wrote is not thrown away by a key that also closes lists: the button does it.
        if (isAsItWas(start, values)) onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <h3>{name}</h3>
      <div className="command-fields">
        {command === 'dispatch' ? <Suggestion found={found} /> : null}
        {isConfirmed(command) ? <p>{say(`form.confirm.${command}`, { desk: found.desk.name })}</p> : null}
        {ask === undefined ? null : <AskFacts found={found} ask={ask} />}
        <PhotosUnderWay value={tellPhotos}>
          {fields.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              command={command}
              found={found}
              values={values}
              value={values[field.name]}
              wrong={wrong[field.name]}
              onChange={(value) => {
                setValues((all) => ({ ...all, [field.name]: value }));
                setMistakes(({ [field.name]: _mended, ...others }) => others);
              }}
            />
          ))}
        </PhotosUnderWay>
      </div>
      {overtaken}
      {elsewhere ? <Refusal problem={problem} /> : null}
      {unchanged ? <Alert type="error" showIcon className="refusal" title={say('form.wrong.unchanged')} /> : null}
      {early && photosUnderWay > 0 ? (
        <Alert type="warning" showIcon className="refusal" title={say('form.photos.underWay', { n: photosUnderWay })} />
      ) : null}
      <div className="command-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {isConfirmed(command) ? say('form.confirm', { command: name }) : name}
        </Button>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}

/** Whether nothing was given yet; what was written and taken back is nothing. */
function isAsItWas(start: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>>): boolean {
  const same = (name: string) => JSON.stringify(values[name] ?? '') === JSON.stringify(start[name] ?? '');
  return [...Object.keys(start), ...Object.keys(values)].every(same);
}

const firstField = '.command-fields :is(input, textarea, select, button)';

/** Goes to the first field that is marked, so that a long form does not hide it. */
function focusFirstWrong(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('.field-wrong :is(input, textarea, select, button)')?.focus();
}
