/** A camera, drawn in the colour of the words beside it. */
export function CameraMark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="take-mark">
      <path d="M8.5 6l1.5-2h4l1.5 2H20a1.5 1.5 0 0 1 1.5 1.500v11A1.5 1.5 0 0 1 20 20H4a1.5 1.5 0 0 1-1.5-1.500v-11A1.5 1.5 0 0 1 4 6z" />
      <circle cx="12" cy="12.8" r="3.8" />
    </svg>
  );
}

/** A picture out of the album. */
export function AlbumMark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="take-mark">
      <path d="M4.5 4h15A1.5 1.5 0 0 1 21 5.500v13a1.5 1.5 0 0 1-1.5 1.500h-15A1.5 1.5 0 0 1 3 18.500v-13A1.5 1.5 0 0 1 4.5 4zM3 16l5-4.5 4 3.5 3.5-3L21 16.5" />
      <circle cx="15.5" cy="8.5" r="1.3" />
    </svg>
  );
}
