import { MantineContext, MantineProvider } from '@mantine/core';
import { type ReactNode, useContext, useMemo } from 'react';
import { useLook } from './Look.tsx';
import { cssVariablesResolver, theme } from './mantine-theme.ts';

/** What Mantine's parts stand on; it comes with the first of them, since the first page does without. */
export function MantineParts(props: { children: ReactNode }): ReactNode {
  const { scheme, nonce } = useLook();
  const isInside = useContext(MantineContext) !== null;
  const colorSchemeManager = useMemo(
    () => ({ get: () => scheme, set: () => {}, subscribe: () => {}, unsubscribe: () => {}, clear: () => {} }),
    [scheme],
  );
  if (isInside) return props.children;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      {props.children}
    </MantineProvider>
  );
}
