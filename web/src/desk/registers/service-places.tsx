import { type ServicePlaceRow, servicePlaceRoutes } from '@gezhi/contract/registers/index';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocale } from '../../words/locale.tsx';
import { Rows } from '../app/rows.tsx';
import type { Column } from '../app/rows.tsx';
import { useMay } from '../app/session.tsx';
import { AreaName } from '../pickers/area-name.tsx';
import { hoursWords } from './hours.ts';
import { PlaceForm } from './place-form.tsx';
import { PlaceWeek } from './place-week.tsx';
import { Tools } from './tools.tsx';

/** Service and meeting places; one opened with its rooms and a week of bookings. */
export function ServicePlaces() {
  const { say, named, locale } = useLocale();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // Day 4 after the epoch was a Monday.
  const dayName = (day: number) => weekday.format((day + 3) * 86_400_000);
  const mayEdit = useMay('register.edit');
  const [area, setArea] = useState<string>();
  const [q, setQ] = useState('');
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const columns: readonly Column<ServicePlaceRow>[] = [
    {
      key: 'name',
      title: say('registers.column.name'),
      cell: (place) => (
        <Button type="link" size="small" className="registers-open" onClick={() => setChosen(place.id)}>
          {place.name}
        </Button>
      ),
    },
    { key: 'kind', title: say('registers.column.kind'), cell: (place) => named('registers.place.', place.kind) },
    { key: 'area', title: say('registers.area'), cell: (place) => <AreaName code={place.area} /> },
    {
      key: 'hours',
      title: say('registers.hours'),
      cell: (place) => <span className="figures hours-words">{hoursWords(place.hours, dayName)}</span>,
    },
    {
      key: 'rooms',
      title: say('registers.column.rooms'),
      wide: true,
      cell: (place) => place.rooms.map(({ name }) => name).join(say('ui.and')),
    },
    {
      key: 'phone',
      title: say('registers.column.phone'),
      cell: (place) => <span className="figures">{place.phone ?? ''}</span>,
    },
  ];
  return (
    <>
      <Tools area={area} onArea={setArea} onSearch={setQ} sheet="servicePlaces">
        {mayEdit ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say('registers.add')}
          </Button>
        ) : null}
      </Tools>
      {adding ? (
        <PlaceForm
          onDone={(id) => {
            setAdding(false);
            if (id !== undefined) setChosen(id);
          }}
        />
      ) : null}
      {chosen === undefined ? null : <PlaceWeek key={chosen} id={chosen} onClose={() => setChosen(undefined)} />}
      <Rows
        route={servicePlaceRoutes.list}
        query={{ ...(area === undefined ? {} : { area }), ...(q === '' ? {} : { q }) }}
        columns={columns}
        keyOf={({ id }) => id}
        empty={say('registers.places.empty')}
        label={say('registers.kind.places')}
      />
    </>
  );
}
