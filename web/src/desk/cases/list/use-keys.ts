import { useEffect, useState } from 'react';
import { actionOf, type KeyAction, takesKeys } from './keys.ts';

const KEPT = 'gezhi.keys';

const openMenu = '.ant-dropdown-open, .ant-select-open';

/** Whether keys of one character act, kept on this device: whoever speaks to the machine must be able to rest them. */
export function useShortcuts(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEPT) !== 'off');
  const keep = (next: boolean) => {
    localStorage.setItem(KEPT, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, keep];
}

/**
 * Hears the keys of the work list anywhere on the page where nothing else takes them.
 * @param act answers whether it did something; only then the browser's own use of the key is held back
 */
export function useKeys(
  list: { readonly current: Element | null },
  shortcuts: boolean,
  act: (action: KeyAction) => boolean,
): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { target } = event;
      const onList = target === document.body || target === list.current;
      const action = actionOf(event, { typing: takesKeys(target), onList, shortcuts });
      // Escape closes an open menu, and not what lies under it.
      if (action === 'close' && document.querySelector(openMenu) !== null) return;
      if (action !== undefined && act(action)) event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [list, shortcuts, act]);
}
