/** What the controls of a map say, in the language of its page. */
export interface MapWords {
  /** Names the map for those who cannot see it. */
  readonly label: string;
  readonly closer: string;
  readonly further: string;
  readonly metres: string;
  readonly kilometres: string;
}

/** The same under the names that MapLibre asks for. */
export const asLocale = ({ label, closer, further, metres, kilometres }: MapWords) => ({
  'Map.Title': label,
  'NavigationControl.ZoomIn': closer,
  'NavigationControl.ZoomOut': further,
  'ScaleControl.Meters': metres,
  'ScaleControl.Kilometers': kilometres,
});
