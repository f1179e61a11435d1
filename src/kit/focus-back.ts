import { useEffect, useRef } from 'react';

// A window that fades out still holds the focus for a moment.
const LOOKS_MS = [0, 100, 250];

/**
 * Brings the focus back to what had it before a window opened, when the window closes or goes away together with its owner:
 * the window itself does so only when it stood there before it was opened, which one that is loaded first does not.
 */
export function useFocusBack(opened: boolean): void {
  const before = useRef<Element | null>(null);
  if (opened && before.current === null) before.current = document.activeElement;
  if (!opened) before.current = null;
  useEffect(() => {
    if (!opened) return;
    const { current } = before;
    return () => {
      for (const after of LOOKS_MS) setTimeout(() => focusIfLost(current), after);
    };
  }, [opened]);
}

// What stands there now decides first: a page that was opened, a field that takes the focus.
function focusIfLost(element: Element | null): void {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost && element instanceof HTMLElement && element.isConnected) element.focus();
}
