import { type Cpe, type CpeAttribute, cpeAttributes } from './cpe.ts';

/**
 * The 2.3 formatted string, e.g. "cpe:2.3:a:openssl:openssl:1.1.1:k:*:*:*:*:*:*".
 * @source NISTIR 7695, 6.2.2
 */
export const formatCpe23 = (cpe: Cpe): string => `cpe:2.3:${cpeAttributes.map((name) => cpe[name]).join(':')}`;

const plain: readonly CpeAttribute[] = ['part', 'vendor', 'product', 'version', 'update'];
const extended: readonly CpeAttribute[] = ['edition', 'softwareEdition', 'targetSoftware', 'targetHardware', 'other'];

/**
 * The 2.2 URI; the attributes that 2.2 does not know are packed into its edition.
 * @source NISTIR 7695, 6.1.2
 */
export function formatCpe22(cpe: Cpe): string {
  const isPacked = extended.slice(1).some((name) => cpe[name] !== '*');
  const packed = extended.map((name) => toUri(cpe[name])).join('~');
  const edition = isPacked ? `~${packed}` : toUri(cpe.edition);
  const text = [...plain.map((name) => toUri(cpe[name])), edition, toUri(cpe.language)].join(':');
  return `cpe:/${text.replace(/:+$/, '')}`;
}

function toUri(value: string): string {
  if (value === '*') return '';
  if (value === '-') return '-';
  return value.replaceAll(/\\(.)|[?*]/gs, (mark, escaped?: string) => {
    if (mark === '?') return '%01';
    if (mark === '*') return '%02';
    return percentOf(escaped ?? '');
  });
}

const percentOf = (mark: string) => (mark === '-' ? '%2d' : `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`);
