import { type BookingRow, servicePlaceRoutes } from '@gezhi/contract/registers/index';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';

/** One booking: what was held and how many came, or that it is off. */
export function HeldForm({ booking, onDone }: { readonly booking: BookingRow; readonly onDone: () => void }) {
  const say = useSay();
  const [held, setHeld] = useState(booking.held ?? '');
  const [attended, setAttended] = useState(booking.attended);
  const change = useAct(servicePlaceRoutes.changeBooking, { refresh: [servicePlaceRoutes.bookings] });
  const write = async (body: { held?: string; attended?: number; cancelled?: true }) => {
    const answer = await change.act({ params: { id: booking.id }, ifMatch: `"${booking.version}"`, body });
    if (answer !== undefined) onDone();
  };
  return (
    <form
      className="fields registers-tools"
      aria-label={booking.title}
      onSubmit={(event) => {
        event.preventDefault();
        void write({ held, ...(attended === undefined ? {} : { attended }) });
      }}
    >
      <b>{booking.title}</b>
      <Field label={say('registers.column.held')} needed>
        {(id) => <Input id={id} value={held} maxLength={2_000} onChange={(event) => setHeld(event.target.value)} />}
      </Field>
      <Field label={say('registers.column.attended')}>
        {(id) => (
          <InputNumber id={id} min={0} value={attended ?? null} onChange={(next) => setAttended(next ?? undefined)} />
        )}
      </Field>
      <Refusal problem={change.problem} />
      <div className="page-choices">
        <Button type="primary" htmlType="submit" loading={change.busy} disabled={held.trim() === ''}>
          {say('registers.save')}
        </Button>
        <Button loading={change.busy} onClick={() => void write({ cancelled: true })}>
          {say('registers.booking.cancel')}
        </Button>
        <Button type="text" onClick={onDone}>
          {say('ui.close')}
        </Button>
      </div>
    </form>
  );
}
