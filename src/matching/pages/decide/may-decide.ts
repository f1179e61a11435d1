import { useMay } from '#platform/browser/person';

/** Whether to offer deciding. */
export const useMayDecide = (): boolean => useMay('verdict:write');

/** Whether to offer approving and signing. */
export const useMayApprove = (): boolean => useMay('verdict:approve');
