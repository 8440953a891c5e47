import { areaRoutes, coordinateSystem, placeRoutes } from '@gezhi/contract/places/index';
import type { AnswerOf } from '@gezhi/contract/route';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useSay } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import { Field } from '../app/field.tsx';
import { Refusal } from '../app/refusal.tsx';
import { MomentPicker } from '../pickers/moment-picker.tsx';
import { areasInFile } from './area-file.ts';

type Features = NonNullable<ReturnType<typeof areasInFile>>;
type Crs = (typeof coordinateSystem.options)[number];

/** Areas and boundaries from a GeoJSON file: checked whole, then written; its coordinate system must be said. */
export function ImportAreas({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const [features, setFeatures] = useState<Features | 'none'>();
  const [crs, setCrs] = useState<Crs>('WGS84');
  const [validFrom, setValidFrom] = useState<string>();
  const [result, setResult] = useState<{
    readonly checked: boolean;
    readonly counts: AnswerOf<typeof areaRoutes.importAreas>;
  }>();
  const send = useAct(areaRoutes.importAreas, {
    quiet: true,
    refresh: [areaRoutes.listAreas, areaRoutes.getArea, placeRoutes.map],
  });

  const give = async (check: boolean) => {
    if (features === undefined || features === 'none') return;
    setResult(undefined);
    const answer = await send.act({
      body: { crs, features, check, ...(validFrom === undefined ? {} : { validFrom }) },
    });
    if (answer !== undefined) setResult({ checked: check, counts: answer.value });
  };
  const ready = features !== undefined && features !== 'none';
  // What is written is exactly what was checked: any change asks for another check.
  const checked = ready && result?.checked === true;
  return (
    <section className="page-block fields" aria-label={say('places.import')}>
      <Field
        label={say('places.import.file')}
        needed
        hint={ready ? say('places.import.features', { n: features.length }) : undefined}
      >
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".json,.geojson,application/geo+json,application/json"
            onChange={(event) => {
              setResult(undefined);
              void event.target.files?.[0]?.text().then((text) => setFeatures(areasInFile(text) ?? 'none'));
            }}
          />
        )}
      </Field>
      {features === 'none' ? <Alert type="error" showIcon title={say('places.import.notGeojson')} /> : null}
      <Field label={say('places.import.crs')} needed>
        {(id) => (
          <Select
            id={id}
            value={crs}
            options={coordinateSystem.options.map((value) => ({ value, label: value }))}
            onChange={(next) => {
              setResult(undefined);
              setCrs(next);
            }}
          />
        )}
      </Field>
      <Field label={say('places.import.from')}>
        {(id) => (
          <MomentPicker
            id={id}
            value={validFrom}
            onChange={(next) => {
              setResult(undefined);
              setValidFrom(next);
            }}
          />
        )}
      </Field>
      <Refusal problem={send.problem} />
      {result === undefined ? null : (
        <Alert
          type="info"
          showIcon
          title={say('places.import.result', result.counts)}
          description={result.checked ? say('places.import.checked') : undefined}
        />
      )}
      <div className="page-choices">
        <Button
          type={checked ? 'default' : 'primary'}
          disabled={!ready}
          loading={send.busy}
          onClick={() => void give(true)}
        >
          {say('places.import.check')}
        </Button>
        <Button
          type={checked ? 'primary' : 'default'}
          disabled={!checked}
          loading={send.busy}
          onClick={() => void give(false)}
        >
          {say('places.import.write')}
        </Button>
        <Button onClick={onDone}>{say('ui.close')}</Button>
      </div>
    </section>
  );
}
