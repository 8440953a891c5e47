import { useSay } from '../words/locale.tsx';
import { lightColours } from './light-shape.ts';
import type { LightColour } from './light-shape.ts';
import { Light } from './light.tsx';
import './light-legend.css';

interface LightLegendProps {
  /** The lights that are shown; undefined while they are read. */
  readonly lights: readonly LightColour[] | undefined;
  /** Whether closed cases may be among them: then a colour may stand for how one ended, too. */
  readonly closed: boolean;
}

/** What each light on a map stands for, and how many there are. Those that are not there are not explained. */
export function LightLegend({ lights, closed }: LightLegendProps) {
  const say = useSay();
  if (lights === undefined) return null;
  return (
    <ul className="light-legend" aria-label={say('ui.legend')}>
      {lightColours.map((light) => {
        const n = lights.filter((one) => one === light).length;
        return n === 0 ? null : (
          <li key={light}>
            <Light light={light} word={say(closed ? `case.light.means.${light}` : `case.light.means.open.${light}`)} />
            <span className="figures">{n}</span>
          </li>
        );
      })}
    </ul>
  );
}
