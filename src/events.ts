import type { Transaction } from '#platform/database';

/**
 * What the steps tell each other, the whole flow on one page.
 * An event carries ids, never documents; what it means is read from the present state.
 * What is about matter behind a wall alone names the wall: its work is counted for those inside.
 */
export type Events = {
  /** organization: a post has another holder from now on */
  'post.handed-over': { postId: string };
  /** messages: something is to be sent */
  'delivery.due': { deliveryIds: string[]; wallId: string | null };
  /** inventory: models were created, changed or removed; one event per change or import */
  'models.changed': { changeId: string };
  /** inventory: a bill of materials has come and is too large to be read while somebody waits */
  'sbom.received': { importId: string };
  /** inventory: these releases consist of something else than before */
  'components.changed': { releaseIds: string[] };
  /** inventory: what stands below models was changed: releases, their parts, hardware, partners, shipments; one event per change or import */
  'releases.changed': { changeId: string };
  /** inventory: what is built of the kernel of a release is known, or no longer */
  'evidence.changed': { releaseIds: string[] };
  /** intelligence: a file of records has come and is to be read */
  'records.received': { importId: string };
  /** intelligence: what the world says of these vulnerabilities has changed; those that were merged away or split are among them */
  'vulnerabilities.changed': { vulnerabilityIds: number[]; wallId: string | null };
  /** matching: a person said what components of some names are; the act's id stands at what was said */
  'identities.changed': { changeId: string };
  /** matching: a run changed places where vulnerabilities stand; exposure_change names them */
  'exposure.changed': { batchId: string };
};

/** Tells the steps to the right, in the same transaction. */
export type Emit = <E extends keyof Events>(transaction: Transaction, event: E, payload: Events[E]) => Promise<void>;
