import { servicePlaceRoutes } from '@gezhi/contract/registers/index';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { SpanPicker } from '../pickers/moment-picker.tsx';

interface BookingFormProps {
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
}

/** Books a room; the server refuses where somebody has it. */
export function BookingForm({ rooms, onDone }: BookingFormProps) {
  const say = useSay();
  const [room, setRoom] = useState(rooms[0]?.id);
  const [title, setTitle] = useState('');
  const [span, setSpan] = useState<readonly [string, string]>();
  const book = useAct(servicePlaceRoutes.book, { refresh: [servicePlaceRoutes.bookings] });
  const submit = async () => {
    if (room === undefined || span === undefined) return;
    const answer = await book.act({ body: { room, title, from: span[0], to: span[1] } });
    if (answer !== undefined) onDone();
  };
  return (
    <form
      className="fields registers-tools"
      aria-label={say('registers.book')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('registers.column.rooms')} needed>
        {(id) => (
          <Select
            id={id}
            value={room ?? null}
            onChange={setRoom}
            options={rooms.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Field label={say('registers.column.title')} needed>
        {(id) => <Input id={id} value={title} maxLength={100} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <Field label={`${say('registers.column.from')} – ${say('registers.column.to')}`} needed>
        {(id) => <SpanPicker id={id} value={span} onChange={setSpan} />}
      </Field>
      <Refusal problem={book.problem} />
      <div className="page-choices">
        <Button
          type="primary"
          htmlType="submit"
          loading={book.busy}
          disabled={room === undefined || span === undefined || title.trim() === ''}
        >
          {say('registers.book')}
        </Button>
        <Button onClick={onDone}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
