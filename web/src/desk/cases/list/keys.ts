/** What a key does in the work list. */
export type KeyAction =
  | 'down'
  | 'up'
  | 'open'
  | 'dispatch'
  | 'select'
  | 'range'
  | 'all'
  | 'bulk'
  | 'search'
  | 'refresh'
  | 'map'
  | 'close'
  | 'help';

/** The keys in the order in which they are explained. */
export const keyTable: readonly { readonly action: KeyAction; readonly keys: readonly string[] }[] = [
  { action: 'down', keys: ['j', '↓'] },
  { action: 'up', keys: ['k', '↑'] },
  { action: 'open', keys: ['Enter'] },
  { action: 'dispatch', keys: ['d'] },
  { action: 'select', keys: ['x'] },
  { action: 'range', keys: ['Shift + x'] },
  { action: 'all', keys: ['Ctrl + a'] },
  { action: 'bulk', keys: ['b'] },
  { action: 'search', keys: ['/'] },
  { action: 'refresh', keys: ['r'] },
  { action: 'map', keys: ['m'] },
  { action: 'close', keys: ['Esc'] },
  { action: 'help', keys: ['?'] },
];

const plain: Readonly<Record<string, KeyAction>> = {
  j: 'down',
  k: 'up',
  d: 'dispatch',
  x: 'select',
  X: 'range',
  b: 'bulk',
  '/': 'search',
  r: 'refresh',
  m: 'map',
  '?': 'help',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/** Where a key was pressed. */
export interface Where {
  /** A field, a menu or a dialogue takes keys for itself. */
  readonly typing: boolean;
  /** The list itself has the focus, or nothing has. */
  readonly onList: boolean;
  /** Whether keys of one character are wanted at all. */
  readonly shortcuts: boolean;
}

/** The action of a key; undefined where it is somebody else's. */
export function actionOf(pressed: Pressed, { typing, onList, shortcuts }: Where): KeyAction | undefined {
  const { key, isComposing, ctrlKey, metaKey, altKey } = pressed;
  if (typing || isComposing || altKey) return undefined;
  if (ctrlKey || metaKey) return onList && key.toLowerCase() === 'a' ? 'all' : undefined;
  if (key === 'Enter') return onList ? 'open' : undefined;
  if (key === 'Escape') return 'close';
  return shortcuts ? plain[key] : undefined;
}

const ownKeys =
  'input, textarea, select, [contenteditable="true"], dialog, [role="dialog"], [role="menu"], [role="listbox"], [role="combobox"]';

/** Whether the focused element takes keys for itself. A tick box has no use for letters. */
export function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const tick = target instanceof HTMLInputElement && target.type === 'checkbox';
  return target.closest(tick ? 'dialog' : ownKeys) !== null;
}
