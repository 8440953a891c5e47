import { type ServicePlaceRow, servicePlaceRoutes } from '@gezhi/contract/registers/index';
import { servicePlaceKinds, type ServicePlaceKind } from '@gezhi/domain/registers/index';
import { hoursText, readHours } from '@gezhi/domain/registers/index';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { LonLat } from '../../ui/map/index.tsx';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { AreaSelect } from '../pickers/area-select.tsx';
import { useOwnAreas } from '../pickers/own-areas.ts';
import { PointPicker } from '../pickers/point-picker.tsx';

interface PlaceFormProps {
  readonly place?: ServicePlaceRow;
  readonly onDone: (id?: string) => void;
}

/** Adds or changes a service or meeting place. */
export function PlaceForm({ place, onDone }: PlaceFormProps) {
  const { say, named } = useLocale();
  const [own] = useOwnAreas();
  const [kind, setKind] = useState<ServicePlaceKind>(place?.kind ?? 'serviceCentre');
  const [name, setName] = useState(place?.name ?? '');
  const [area, setArea] = useState(place?.area ?? own);
  const [address, setAddress] = useState(place?.address ?? '');
  const [phone, setPhone] = useState(place?.phone ?? '');
  const [hours, setHours] = useState(hoursText(place?.hours ?? []));
  const [point, setPoint] = useState<LonLat | undefined>(place?.point);
  const refresh = [servicePlaceRoutes.list, servicePlaceRoutes.get];
  const add = useAct(servicePlaceRoutes.create, { refresh });
  const change = useAct(servicePlaceRoutes.change, { refresh });
  const read = readHours(hours);
  const submit = async () => {
    if (area === undefined || read === undefined) return;
    const body = {
      kind,
      name,
      area,
      hours: [...read],
      ...(address === '' ? {} : { address }),
      ...(phone === '' ? {} : { phone }),
      ...(point === undefined ? {} : { point: [point[0], point[1]] as [number, number] }),
    };
    const answer =
      place === undefined
        ? await add.act({ body })
        : await change.act({ params: { id: place.id }, ifMatch: `"${place.version}"`, body });
    if (answer !== undefined) onDone(answer.value.id);
  };
  return (
    <form
      className="page-block fields"
      aria-label={say('registers.kind.places')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('registers.column.kind')} needed>
        {(id) => (
          <Select
            id={id}
            value={kind}
            onChange={setKind}
            options={servicePlaceKinds.map((code) => ({ value: code, label: named('registers.place.', code) }))}
          />
        )}
      </Field>
      <Field label={say('registers.column.name')} needed>
        {(id) => <Input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={say('registers.area')} needed>
        {(id) => <AreaSelect id={id} value={area} onChange={(code) => setArea(code)} />}
      </Field>
      <Field label={say('registers.column.address')}>
        {(id) => <Input id={id} value={address} maxLength={200} onChange={(event) => setAddress(event.target.value)} />}
      </Field>
      <Field label={say('registers.column.phone')}>
        {(id) => <Input id={id} value={phone} maxLength={24} onChange={(event) => setPhone(event.target.value)} />}
      </Field>
      <Field
        label={say('registers.hours')}
        hint={read === undefined ? say('registers.hours.wrong') : say('registers.hours.hint')}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            className="grows"
            rows={2}
            value={hours}
            aria-invalid={read === undefined}
            onChange={(event) => setHours(event.target.value)}
          />
        )}
      </Field>
      {area === undefined ? null : (
        <PointPicker label={say('registers.point')} area={area} value={point} onChange={setPoint} />
      )}
      <Refusal problem={add.problem ?? change.problem} />
      <div className="page-choices">
        <Button
          type="primary"
          htmlType="submit"
          loading={add.busy || change.busy}
          disabled={name.trim() === '' || area === undefined || read === undefined}
        >
          {place === undefined ? say('registers.add') : say('registers.save')}
        </Button>
        <Button onClick={() => onDone()}>{say('ui.cancel')}</Button>
      </div>
    </form>
  );
}
