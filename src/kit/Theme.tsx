import './tokens.css';
import './base.css';
import '@mantine/core/styles.layer.css';
import '@fontsource-variable/noto-sans-jp/wght.css';
import type { ReactNode } from 'react';
import { LookProvider } from './Look.tsx';

/**
 * The look of Mamori around everything: type, colours, light and dark as the system or the person says.
 * @param nonce  the style nonce of the page, as the server wrote it; '' where no policy applies
 */
export function Theme(props: { nonce: string; children: ReactNode }): ReactNode {
  // The scroll lock under dialogs writes a style tag of its own and looks for the nonce here.
  Object.assign(globalThis, { __webpack_nonce__: props.nonce });
  return <LookProvider nonce={props.nonce}>{props.children}</LookProvider>;
}
