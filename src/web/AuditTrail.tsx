import type { ReactNode } from 'react';
import { AuditPage } from '#access/pages';
import { deedsIn } from '../deeds.ts';

/** The page of the audit trail with the words of every step. */
export function AuditTrail(): ReactNode {
  return <AuditPage deeds={deedsIn} />;
}
