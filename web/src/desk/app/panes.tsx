import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useSay } from '../../words/locale.tsx';
import './panes.css';

interface PanesProps {
  /** Under this name the widths are kept on the device. */
  readonly name: string;
  readonly list: ReactNode;
  /** Absent while the map is folded away: the list takes the room. */
  readonly map: ReactNode | undefined;
  /** Absent while no case is open: the map takes the room. */
  readonly open: ReactNode | undefined;
  /** What a narrow screen shows, which has room for one pane. */
  readonly narrow: 'list' | 'map' | 'case';
}

interface Widths {
  readonly list: number;
  readonly case: number;
}

const first: Widths = { list: 400, case: 480 };
const least = 300;
const most = 1200;
const STEP = 24;

/** List, map and case side by side; the two outer ones can be made wider, by pointer or arrow keys, and stay so. */
export function Panes({ name, list, map, open, narrow }: PanesProps) {
  const say = useSay();
  const kept = `gezhi.panes.${name}`;
  const [widths, setWidths] = useState(() => widthsFrom(localStorage.getItem(kept)));
  const change = (pane: keyof Widths, width: number) => {
    const next = { ...widths, [pane]: Math.round(Math.min(most, Math.max(least, width))) };
    setWidths(next);
    localStorage.setItem(kept, JSON.stringify(next));
  };
  const room = 'minmax(0, 1fr)';
  const columns = [
    map === undefined ? room : `${widths.list}px 1px ${room}`,
    ...(open === undefined ? [] : [`1px ${widths.case}px`]),
  ].join(' ');

  return (
    <main className={`panes panes-at-${narrow}`} style={{ gridTemplateColumns: columns }}>
      <section className="pane pane-list" aria-label={say('desk.pane.list')}>
        {list}
      </section>
      {map === undefined ? null : (
        <>
          <Divider
            label={say('desk.pane.width', { pane: say('desk.pane.list') })}
            width={widths.list}
            onChange={(width) => change('list', width)}
          />
          <section className="pane pane-map" aria-label={say('desk.pane.map')}>
            {map}
          </section>
        </>
      )}
      {open === undefined ? null : (
        <>
          <Divider
            label={say('desk.pane.width', { pane: say('desk.pane.case') })}
            width={widths.case}
            onChange={(width) => change('case', width)}
            reversed
          />
          <section className="pane pane-case" aria-label={say('desk.pane.case')}>
            {open}
          </section>
        </>
      )}
    </main>
  );
}

function widthsFrom(kept: string | null): Widths {
  if (kept === null) return first;
  const read: unknown = JSON.parse(kept);
  if (typeof read !== 'object' || read === null) return first;
  return { ...first, ...read };
}

interface DividerProps {
  readonly label: string;
  readonly width: number;
  readonly onChange: (width: number) => void;
  /** The pane it belongs to stands to its right. */
  readonly reversed?: boolean;
}

function Divider({ label, width, onChange, reversed = false }: DividerProps) {
  const drag = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const sign = reversed ? -1 : 1;
  const move = (event: PointerEvent) => {
    if (drag.current !== undefined) onChange(drag.current.width + sign * (event.clientX - drag.current.x));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') onChange(width - sign * STEP);
    if (event.key === 'ArrowRight') onChange(width + sign * STEP);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className="pane-divider"
      onKeyDown={press}
      onPointerDown={(event) => {
        drag.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = undefined;
      }}
    />
  );
}
