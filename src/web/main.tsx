import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

// Days and instants are Temporal's; a browser that does not know it yet loads it once.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
// Nobody prints before the page is there.
import('./print-foot.ts');
createRoot(place).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
);
