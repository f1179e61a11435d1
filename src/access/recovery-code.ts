import { newNumber } from '#platform/ids';

/** A recovery code of about 79 random bits in four groups, easy to copy from paper: "7F3K-9QXM-2WTA-H5RV". */
export function newRecoveryCode(): string {
  return Array.from({ length: 4 }, () => newNumber('', 4).slice(1)).join('-');
}
