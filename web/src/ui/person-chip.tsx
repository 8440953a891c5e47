import './person-chip.css';

interface PersonChipProps {
  readonly name: string;
  /** Role or organisation, said after the name. */
  readonly note?: string | undefined;
}

/** A person or body by name, with the first character as a mark. No picture, no score: a name is enough. */
export function PersonChip({ name, note }: PersonChipProps) {
  return (
    <span className="person-chip">
      <span className="person-chip-mark" aria-hidden="true">
        {[...name][0]}
      </span>
      <span>{name}</span>
      {note === undefined ? null : <span className="person-chip-note">{note}</span>}
    </span>
  );
}
