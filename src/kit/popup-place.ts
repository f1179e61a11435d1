const GAP_PX = 4;
const EDGE_PX = 8;
/** Below this much room under the button, and more above it, a popup opens upwards. */
const LOW_PX = 240;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a popup stands on the screen, in pixels from its edges; null leaves that edge free. */
export interface PopupPlace {
  left: number | null;
  right: number | null;
  top: number | null;
  bottom: number | null;
  maxHeight: number;
}

/** The place beside a button: below it, or above when there is no room; at its start or its end, never over the edge. */
export function popupPlace(button: Box, screen: { width: number; height: number }, align: 'start' | 'end'): PopupPlace {
  const below = screen.height - button.bottom - GAP_PX - EDGE_PX;
  const above = button.top - GAP_PX - EDGE_PX;
  const upwards = below < LOW_PX && above > below;
  return {
    left: align === 'start' ? Math.max(EDGE_PX, button.left) : null,
    right: align === 'end' ? Math.max(EDGE_PX, screen.width - button.right) : null,
    top: upwards ? null : button.bottom + GAP_PX,
    bottom: upwards ? screen.height - button.top + GAP_PX : null,
    maxHeight: upwards ? above : below,
  };
}
