import type { Say } from './voice.ts';

/** What the script has the controls of a map say. */
export const mapControls = (say: Say, label: string) => ({
  label,
  closer: say('ui.map.closer'),
  further: say('ui.map.further'),
  metres: say('ui.map.metres'),
  kilometres: say('ui.map.kilometres'),
});
