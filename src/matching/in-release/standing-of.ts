import { CpeFault, literalOf, parseCpe } from '#formats/cpe';
import type { Condition, Platform } from '#intelligence/pure';
import { placeOf } from '../evaluate/place.ts';
import { foldName } from '../identity/fold.ts';
import { cpeKey } from '../identity/keys.ts';
import type { ReleaseContext } from './context.ts';

/** Whether a release meets a condition, and what the condition names. */
export type Standing = { is: 'satisfied' | 'contradicted' | 'unknown'; names: string };

export function standingOf({ anyOf }: Condition, context: ReleaseContext): Standing {
  const each = anyOf.map((platform) => platformIs(platform, context));
  const names = anyOf.map(({ product }) => literalOf(product) ?? '*').join(', ');
  if (each.includes('satisfied')) return { is: 'satisfied', names };
  const isAgainst = each.length > 0 && each.every((one) => one === 'contradicted');
  return { is: isAgainst ? 'contradicted' : 'unknown', names };
}

function platformIs(platform: Platform, context: ReleaseContext): Standing['is'] {
  if (platform.isNegated) return 'unknown';
  if (platform.part === 'h') return hardwareIs(platform, context);
  const found = componentIs(platform, context);
  if (found !== 'unknown' || platform.part !== 'o') return found;
  return systemIs(platform, context);
}

/** A board's name within a longer one may be the same board: only names without anything in common contradict. */
function hardwareIs(platform: Platform, context: ReleaseContext): Standing['is'] {
  const wanted = foldName(literalOf(platform.product) ?? '');
  if (wanted === '') return 'unknown';
  const firmware = cpeKey('o', platform.vendor, `${platform.product}_firmware`);
  const isThere = context.hardware.some((text) => isHardware(text, platform, wanted));
  if (isThere || context.components.some(({ key }) => key === firmware)) return 'satisfied';
  const isNear = context.hardware.some((text) => {
    const name = foldName(cpeOf(text)?.product ?? text);
    return name.includes(wanted) || (name.length > 2 && wanted.includes(name));
  });
  return isNear || !context.isHardwareComplete ? 'unknown' : 'contradicted';
}

function isHardware(text: string, platform: Platform, wanted: string): boolean {
  const cpe = cpeOf(text);
  if (cpe) return cpe.vendor === literalOf(platform.vendor) && foldName(cpe.product) === wanted;
  const folded = foldName(text);
  return folded === wanted || folded === `${foldName(literalOf(platform.vendor) ?? '')}${wanted}`;
}

function cpeOf(text: string): { vendor: string; product: string } | null {
  if (!/^cpe:/i.test(text)) return null;
  try {
    const { vendor, product } = parseCpe(text);
    return { vendor: literalOf(vendor) ?? '', product: literalOf(product) ?? '' };
  } catch (fault) {
    if (fault instanceof CpeFault) return null;
    throw fault;
  }
}

function componentIs({ part, vendor, product, ranges }: Platform, { components }: ReleaseContext): Standing['is'] {
  const key = cpeKey(part, vendor, product);
  const found = components.filter((one) => one.key === key);
  if (found.length === 0) return 'unknown';
  if (ranges.length === 0) return 'satisfied';
  const places = found.flatMap(({ version }) => ranges.map((range) => versionIs(version, range)));
  if (places.includes('satisfied')) return 'satisfied';
  return places.every((one) => one === 'contradicted') ? 'contradicted' : 'unknown';
}

function versionIs(version: string | null, range: Platform['ranges'][number]): Standing['is'] {
  if (version === null) return 'unknown';
  const { at } = placeOf({ text: version, scheme: 'generic', isPatchLevelOpen: false, packager: 'upstream' }, range);
  if (at === 'inside') return 'satisfied';
  return at === 'below' || at === 'above' ? 'contradicted' : 'unknown';
}

/**
 * "Linux" is linux_kernel. A version of the system is known only through its component. Android has the same kernel, and a
 * small system may run on another processor beside Linux.
 */
function systemIs({ product, ranges }: Platform, { operatingSystem }: ReleaseContext): Standing['is'] {
  if (operatingSystem === null) return 'unknown';
  const [ours, theirs] = [operatingSystem, literalOf(product) ?? ''].map(family);
  if (ours === undefined || theirs === undefined) return 'unknown';
  if (ours !== theirs) return ours === 'linux' && besideLinux.has(theirs) ? 'unknown' : 'contradicted';
  return ranges.length === 0 ? 'satisfied' : 'unknown';
}

const besideLinux = new Set(['android', 'freertos', 'vxworks', 'zephyr']);
const families: [family: string, names: RegExp][] = [
  ['android', /android/],
  ['windows', /windows/],
  ['apple', /^(?:macos|macosx|ios|iphoneos|ipados|tvos|watchos)/],
  ['freertos', /freertos/],
  ['vxworks', /vxworks/],
  ['zephyr', /zephyr/],
  ['freebsd', /freebsd/],
  ['linux', /linux/],
];

function family(name: string): string | undefined {
  return families.find(([, names]) => names.test(foldName(name)))?.[0];
}
