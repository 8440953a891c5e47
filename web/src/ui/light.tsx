import { useSay } from '../words/locale.tsx';
import { strokesOf } from './light-shape.ts';
import type { LightColour } from './light-shape.ts';
import './light.css';

/** Why the light is as it is: the test of the light rules that gave it, or that time is short. */
export type LightSign =
  | 'withoutLight'
  | 'closedUnresolved'
  | 'closedPartly'
  | 'closedDissatisfied'
  | 'closedSatisfied'
  | 'staffVerified'
  | 'closedUnrated'
  | 'overdue'
  | 'raisedAgain'
  | 'reopened'
  | 'unresolved'
  | 'open'
  | 'short';

interface LightProps {
  readonly light: LightColour;
  /** The word beside the shape; the light's own name where absent. */
  readonly sign?: LightSign | undefined;
  /** Words of its own in place of them, where a legend explains it. */
  readonly word?: string | undefined;
  /** Share of the clock that is gone, 0–1. */
  readonly spent?: number | undefined;
  /** Shape alone, for tight rows: the word is still read aloud and shown on hover. */
  readonly bare?: boolean;
}

/** A light: colour and shape and word, never colour alone. */
export function Light({ light, sign, word: own, spent, bare = false }: LightProps) {
  const say = useSay();
  const word = own ?? (sign === undefined ? say(`case.light.${light}`) : say(`case.sign.${sign}`));
  return (
    <span className={`light light-${light}`} title={bare ? word : undefined}>
      <svg viewBox="0 0 24 24" role="img" aria-label={bare ? word : say(`case.light.${light}`)} className="light-shape">
        {strokesOf(light, spent).map(({ d, paint, width }) => (
          <path
            key={d}
            d={d}
            className={width === undefined ? `light-fill-${paint}` : `light-line-${paint}`}
            strokeWidth={width}
          />
        ))}
      </svg>
      {bare ? null : <span className="light-word">{word}</span>}
    </span>
  );
}
