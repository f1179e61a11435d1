import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatFullInstant } from '#platform/browser/calendar';
import { useLanguage } from '#platform/browser/language';
import classes from './PrintFoot.module.css';

interface Printed {
  title: string;
  address: string;
  at: string;
}

/** Below what is printed: which page it is, when that was, and where it is found again. Not on screens. */
export function PrintFoot(): ReactNode {
  const { language } = useLanguage();
  const [printed, setPrinted] = useState<Printed | null>(null);
  useEffect(() => {
    const note = () =>
      flushSync(() =>
        setPrinted({
          title: document.title,
          address: location.href,
          at: formatFullInstant(Temporal.Now.instant(), language),
        }),
      );
    addEventListener('beforeprint', note);
    return () => removeEventListener('beforeprint', note);
  }, [language]);
  if (!printed) return null;
  return (
    <footer className={classes.foot}>
      <b>{printed.title}</b>
      <span>{printed.at}</span>
      <span translate="no">{printed.address}</span>
    </footer>
  );
}
