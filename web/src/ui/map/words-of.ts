import type { Say } from '../../words/locale.tsx';
import type { MapWords } from './map-words.ts';

/** The words of a map from the catalogue. */
export const mapWordsOf = (say: Say, label: string): MapWords => ({
  label,
  closer: say('ui.map.closer'),
  further: say('ui.map.further'),
  metres: say('ui.map.metres'),
  kilometres: say('ui.map.kilometres'),
});
