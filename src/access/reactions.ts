import { forgetExpired } from './forget-expired.ts';
import { every, type Reaction, tick } from './react.ts';
import { auditSealer } from './seal-audit.ts';

export const reactions: Reaction[] = [
  tick(1_000, 'access.seal-audit', auditSealer()),
  every('17 3 * * *', 'access.forget-expired', forgetExpired),
];
