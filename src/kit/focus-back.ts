import { useEffect, useRef } from 'react';

/**
 * Brings the focus back to what had it before a window opened, when the window goes away together with its owner:
 * the window itself only does so when it is told to close.
 */
export function useFocusBack(opened: boolean): void {
  const before = useRef<Element | null>(null);
  if (opened && before.current === null) before.current = document.activeElement;
  if (!opened) before.current = null;
  useEffect(
    () => () => {
      const { current } = before;
      // What stands there now decides first: a page that was opened, a field that takes the focus.
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && current instanceof HTMLElement && current.isConnected) current.focus();
      });
    },
    [],
  );
}
