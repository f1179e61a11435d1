import type { ReactNode } from 'react';
import classes from './Icon.module.css';

// Strokes on a 16 by 16 field. A dot is a line of no length with a round end.
const shapes = {
  home: <path d="M2.5 7.5 8 3l5.5 4.5M4 6.8V13h8V6.8" />,
  product: <path d="M8 2 14 5v6l-6 3-6-3V5zM2 5l6 3 6-3M8 8v6" />,
  safety: <path d="M6 2.5h4V6h3.5v4H10v3.5H6V10H2.5V6H6z" />,
  shield: <path d="M8 2l5.5 2v4c0 3-2.2 5-5.5 6.2C4.7 13 2.5 11 2.5 8V4zM8 5.5v3M8 10.6v.2" />,
  mail: <path d="M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5" />,
  case: <path d="M2 5.5h12v7.5H2zM5.5 5.5V3h5v2.5M2 9h12" />,
  announce: <path d="M2.5 6.5v3h2l6 3v-9l-6 3zM12.8 6.2c.8 1 .8 2.6 0 3.6" />,
  device: <path d="M3 9.5h10V13H3zM5.5 11.3h.1M8 6.8V9.5M5.4 5.2a3.7 3.7 0 0 1 5.2 0M3.6 3.4a6.2 6.2 0 0 1 8.8 0" />,
  chart: <path d="M2.5 13.5h11M4.5 13.5V8M8 13.5V3M11.5 13.5V6" />,
  settings: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4" />
    </>
  ),
  people: (
    <>
      <circle cx="6" cy="5.2" r="2.4" />
      <path d="M1.8 13c.3-2.7 2-4.1 4.2-4.1s3.9 1.4 4.2 4.1M10.5 3.1a2.3 2.3 0 0 1 0 4.3M12 9.3c1.3.6 2 1.9 2.2 3.7" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.4" r="2.6" />
      <path d="M3 13.4c.4-3 2.4-4.5 5-4.5s4.6 1.5 5 4.5" />
    </>
  ),
  organization: <path d="M6 2.5h4V6H6zM2 10.5h4V14H2zM10 10.5h4V14h-4zM8 6v2.3M4 10.5V8.3h8v2.2" />,
  history: <path d="M2.6 8a5.4 5.4 0 1 0 1.7-3.9L2.5 5.7M2.5 2.8v2.9h2.9M8 5v3.2l2.2 1.4" />,
  jobs: <path d="M3 4.5h6M3 8h10M3 11.5h4M11.5 3v3M9.7 10v3" />,
  key: (
    <>
      <circle cx="5.2" cy="10.8" r="2.7" />
      <path d="M7.2 8.8 13 3M10.6 5.4l1.9 1.9M8.9 7.1l1.3 1.3" />
    </>
  ),
  columns: <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.2" />
      <path d="M10.2 10.2 14 14" />
    </>
  ),
  language: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M2.3 8h11.4M8 2.3c3.6 3.6 3.6 7.8 0 11.4C4.4 10.1 4.4 5.9 8 2.3z" />
    </>
  ),
  moon: <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1" />
    </>
  ),
  down: <path d="M4 6l4 4 4-4" />,
  up: <path d="M4 10l4-4 4 4" />,
  right: <path d="M6 4l4 4-4 4" />,
  left: <path d="M10 4l-4 4 4 4" />,
  check: <path d="M3.5 8.5l3 3 6-6.5" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  plus: <path d="M8 3v10M3 8h10" />,
  warning: <path d="M8 2.5 14 13H2zM8 6.5v3.2M8 11.4v.1" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 7.3v3.5M8 5.1v.1" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M6.3 6.5a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.3M8 11.2v.1" />
    </>
  ),
  lock: <path d="M4 7.5h8V13H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  download: <path d="M8 2.5v7M5 7l3 3 3-3M3 13h10" />,
  upload: <path d="M8 10V3M5 5.7l3-3 3 3M3 13h10" />,
  clip: <path d="M4.5 6.5V11a3.5 3.5 0 0 0 7 0V4.8a2.3 2.3 0 0 0-4.6 0v5.7a1.1 1.1 0 0 0 2.2 0V6" />,
  more: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth="2" />,
  undo: <path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5 6 3.5M3 6.5l3 3" />,
  edit: <path d="M3 13h2.3l7.2-7.2-2.3-2.3L3 10.7zM8.8 4.9l2.3 2.3" />,
  copy: <path d="M5.5 5.5H13V13H5.5zM3 10.5V3h7.5" />,
  file: <path d="M4 2h5l3 3v9H4zM9 2v3h3" />,
  signOut: <path d="M9.5 3H3.5v10h6M7 8h6.5M11 5.5 13.5 8 11 10.5" />,
  bell: <path d="M4 11V7.2a4 4 0 0 1 8 0V11l1 1H3zM6.8 14h2.4" />,
  keyboard: <path d="M2 4.5h12v7H2zM4.5 7h.1M7 7h.1M9.5 7h.1M12 7h-.1M5 9.3h6" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A stroke icon in the colour of its text. It is decoration: the words beside it, or the button's label, say it. */
export function Icon(props: { name: IconName; size?: 12 | 14 | 16 | 20 }): ReactNode {
  const size = props.size ?? 16;
  return (
    <svg className={classes.icon} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {shapes[props.name]}
    </svg>
  );
}
