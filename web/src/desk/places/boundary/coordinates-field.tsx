import type { MultiPolygon } from '@gezhi/domain/places/index';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../words/locale.tsx';
import { Field } from '../../app/field.tsx';
import { shapeIn, textOf } from './coordinates-text.ts';
import { pointsOf } from './shape.ts';

interface CoordinatesFieldProps {
  readonly shape: MultiPolygon;
  readonly onShape: (next: MultiPolygon) => void;
}

/** The points as text: to write, to paste GeoJSON, to draw without a mouse. */
export function CoordinatesField({ shape, onShape }: CoordinatesFieldProps) {
  const say = useSay();
  const [text, setText] = useState<string>();
  const read = text === undefined ? undefined : shapeIn(text);
  const wrong = read !== undefined && 'wrongLine' in read ? read.wrongLine : undefined;
  const take = () => {
    if (read === undefined || 'wrongLine' in read) return;
    onShape(read);
    setText(undefined);
  };
  return (
    <details className="boundary-coordinates">
      <summary>{say('places.draw.coordinates', { n: pointsOf(shape).length })}</summary>
      <Field
        label={say('places.draw.coordinates.label')}
        hint={say('places.draw.coordinates.hint')}
        wrong={wrong === undefined ? undefined : say('places.draw.coordinates.wrong', { n: wrong })}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            rows={8}
            className="figures"
            value={text ?? textOf(shape)}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="page-choices">
        <Button disabled={text === undefined || wrong !== undefined} onClick={take}>
          {say('places.draw.coordinates.take')}
        </Button>
        <Button disabled={text === undefined} onClick={() => setText(undefined)}>
          {say('ui.cancel')}
        </Button>
      </div>
    </details>
  );
}
