import { type ToggleEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { popupPlace } from './popup-place.ts';

// Styles go through the object model: an attribute would be refused by the policy.
function put(surface: HTMLElement, button: HTMLElement, align: 'start' | 'end'): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const place = popupPlace(button.getBoundingClientRect(), { width, height }, align);
  for (const edge of ['left', 'right', 'top', 'bottom'] as const) {
    const value = place[edge];
    surface.style[edge] = value === null ? 'auto' : `${value}px`;
  }
  surface.style.maxHeight = `${place.maxHeight}px`;
}

/**
 * A surface that a button opens over everything else, by the browser's own popover: Esc and a click elsewhere close
 * it, and the focus goes back to the button.
 * @param onChange  called when it has opened or closed
 */
export function usePopup(align: 'start' | 'end', onChange?: (opened: boolean) => void) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  const close = useCallback(() => surface.current?.hidePopover(), []);
  useClosedByScrolling(surface, opened);

  return {
    opened,
    close,
    open: useCallback(() => surface.current?.showPopover(), []),
    surface,
    button: { ref: button, popoverTarget: id, 'aria-expanded': opened },
    popup: {
      ref: surface,
      id,
      popover: 'auto' as const,
      onBeforeToggle: (event: ToggleEvent<HTMLDivElement>) => {
        if (event.newState === 'open' && button.current) put(event.currentTarget, button.current, align);
      },
      onToggle: (event: ToggleEvent<HTMLDivElement>) => {
        const open = event.newState === 'open';
        setOpened(open);
        onChange?.(open);
        if (open) event.currentTarget.querySelector<HTMLElement>('[role="menuitem"], input')?.focus();
      },
    },
  };
}

// It stands still while the page moves below it, so it goes away instead of losing its button.
function useClosedByScrolling(surface: { current: HTMLElement | null }, opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const onScroll = (event: Event) => {
      if (!surface.current?.contains(event.target as Node)) surface.current?.hidePopover();
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', onScroll, { capture: true });
  }, [surface, opened]);
}
