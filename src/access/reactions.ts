import { type Reaction, tick } from '#events';
import { auditSealer } from './seal-audit.ts';

export const reactions: Reaction[] = [tick(1_000, 'access.seal-audit', auditSealer())];
