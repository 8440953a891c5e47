import type { ReactNode } from 'react';
import './tabs.css';

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  readonly here: Name;
  readonly titleOf: (name: Name) => ReactNode;
  readonly onChange: (name: Name) => void;
}

/** Parts of one page; which is shown stands in the address, so the caller keeps it. */
export function Tabs<Name extends string>({ label, names, here, titleOf, onChange }: TabsProps<Name>) {
  return (
    <nav className="tabs" aria-label={label}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === here ? 'page' : undefined}
          onClick={() => onChange(name)}
        >
          {titleOf(name)}
        </button>
      ))}
    </nav>
  );
}
