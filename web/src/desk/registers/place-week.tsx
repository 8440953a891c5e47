import { CloseOutlined } from '@ant-design/icons';
import { type BookingRow, type ServicePlaceRow, servicePlaceRoutes } from '@gezhi/contract/registers/index';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { countyZone, programNow } from '../../api/program-time.ts';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Refusal } from '../app/refusal.tsx';
import { useMay } from '../app/session.tsx';
import { BookingForm } from './booking-form.tsx';
import { daysOf, mondayOf, touches } from '../duty/week.ts';
import { HeldForm } from './held-form.tsx';
import { PlaceForm } from './place-form.tsx';

const weekMs = 7 * 86_400_000;

/** One place: its rooms, and who has them in a week. */
export function PlaceWeek({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { say } = useLocale();
  const mayEdit = useMay('register.edit');
  const place = useAnswer(servicePlaceRoutes.get, { params: { id } });
  const [monday, setMonday] = useState(() => mondayOf(programNow()));
  const [doing, setDoing] = useState<'book' | 'room' | 'change'>();
  const [open, setOpen] = useState<BookingRow>();
  if (place.isPending) return <Loading />;
  if (place.data === undefined) return <Failed problem={problemOf(place.error)} />;
  const found = place.data.value;
  return (
    <section className="page-block" aria-label={found.name}>
      <div className="page-choices registers-tools">
        <h2>{found.name}</h2>
        <Button size="small" onClick={() => setMonday(monday - weekMs)}>
          {say('duty.week.before')}
        </Button>
        <Button size="small" onClick={() => setMonday(mondayOf(programNow()))}>
          {say('duty.week.this')}
        </Button>
        <Button size="small" onClick={() => setMonday(monday + weekMs)}>
          {say('duty.week.after')}
        </Button>
        <span className="registers-tools-end">
          {mayEdit ? (
            <>
              {found.rooms.length === 0 ? null : (
                <Button type="primary" size="small" onClick={() => setDoing('book')}>
                  {say('registers.book')}
                </Button>
              )}
              <Button size="small" onClick={() => setDoing('room')}>
                {say('registers.addRoom')}
              </Button>
              <Button size="small" onClick={() => setDoing('change')}>
                {say('registers.change')}
              </Button>
            </>
          ) : null}
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={say('ui.close')} onClick={onClose} />
        </span>
      </div>
      {doing === 'book' ? <BookingForm rooms={found.rooms} onDone={() => setDoing(undefined)} /> : null}
      {doing === 'room' ? <RoomForm place={found} onDone={() => setDoing(undefined)} /> : null}
      {doing === 'change' ? <PlaceForm place={found} onDone={() => setDoing(undefined)} /> : null}
      {open === undefined ? null : <HeldForm key={open.id} booking={open} onDone={() => setOpen(undefined)} />}
      <Week place={id} monday={monday} {...(mayEdit ? { onOpen: setOpen } : {})} />
    </section>
  );
}

interface WeekProps {
  readonly place: string;
  readonly monday: number;
  readonly onOpen?: (booking: BookingRow) => void;
}

function Week({ place, monday, onOpen }: WeekProps) {
  const { locale } = useLocale();
  const bookings = useAnswer(servicePlaceRoutes.bookings, {
    query: {
      place,
      limit: 200,
      from: new Date(monday).toISOString(),
      to: new Date(monday + weekMs).toISOString(),
    },
  });
  if (bookings.isPending) return <Loading rows={2} />;
  if (bookings.data === undefined) return <Failed problem={problemOf(bookings.error)} />;
  const rows = bookings.data.value.rows;
  const dayName = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    timeZone: countyZone,
  });
  const now = programNow();
  const time = (at: string) => exactTime(Date.parse(at), countyZone).slice(11);
  return (
    <div className="booking-week">
      {daysOf(monday).map((day) => (
        <section
          key={day}
          className={now >= day && now < day + 86_400_000 ? 'booking-day booking-today' : 'booking-day'}
        >
          <h3>{dayName.format(day)}</h3>
          {rows
            .filter((booking) => touches(booking, day))
            .map((booking) => (
              <button key={booking.id} type="button" className="booking" onClick={() => onOpen?.(booking)}>
                <span className="figures">
                  {time(booking.from)}–{time(booking.to)}
                </span>
                <b>{booking.title}</b>
                <span className="registers-small">
                  {booking.roomName} · {booking.personName}
                </span>
                {booking.held === undefined ? null : <span className="registers-small">{booking.held}</span>}
              </button>
            ))}
        </section>
      ))}
    </div>
  );
}

function RoomForm({ place, onDone }: { readonly place: ServicePlaceRow; readonly onDone: () => void }) {
  const { say } = useLocale();
  const [name, setName] = useState('');
  const refresh = [servicePlaceRoutes.get, servicePlaceRoutes.list];
  const add = useAct(servicePlaceRoutes.addRoom, { refresh });
  const retire = useAct(servicePlaceRoutes.retireRoom, { refresh });
  return (
    <form
      className="page-choices registers-tools"
      aria-label={say('registers.addRoom')}
      onSubmit={(event) => {
        event.preventDefault();
        void add.act({ params: { id: place.id }, body: { name } }).then((done) => (done ? onDone() : undefined));
      }}
    >
      <Input
        className="registers-search"
        aria-label={say('registers.room.name')}
        placeholder={say('registers.room.name')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" type="primary" disabled={name.trim() === ''} loading={add.busy}>
        {say('registers.addRoom')}
      </Button>
      {place.rooms.map((room) => (
        <Button
          key={room.id}
          type="text"
          loading={retire.busy}
          onClick={() => void retire.act({ params: { id: room.id } })}
        >
          {say('registers.room.retire', { name: room.name })}
        </Button>
      ))}
      <Button onClick={onDone}>{say('ui.cancel')}</Button>
      <Refusal problem={add.problem ?? retire.problem} />
    </form>
  );
}
