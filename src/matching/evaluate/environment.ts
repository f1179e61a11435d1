import { type Cpe, type CpeAttribute, literalOf } from '#formats/cpe';
import type { Condition, Criterion, Platform, Qualifiers } from '#intelligence/pure';
import type { Component } from '../evidence.ts';
import { packageOf } from '../identity/package-of.ts';
import { cpesOf } from '../identity/read-cpe.ts';

/** Whether a component can be in the edition or environment that a criterion is limited to, and what a release must have for it. */
export type Environment = {
  fits: 'yes' | 'no' | 'unknown';
  detail: string | null;
  conditions: Condition[];
};

const ecosystems: Record<string, string> = {
  'node.js': 'npm',
  nodejs: 'npm',
  python: 'pypi',
  ruby: 'gem',
  rust: 'cargo',
  go: 'golang',
  golang: 'golang',
  maven: 'maven',
  composer: 'composer',
  '.net': 'nuget',
};

/** Operating systems as target software and platforms name them, and their product names. */
const systems: Record<string, string> = {
  windows: 'windows',
  linux: 'linux_kernel',
  linux_kernel: 'linux_kernel',
  macos: 'macos',
  mac_os_x: 'macos',
  'mac os': 'macos',
  ios: 'iphone_os',
  iphone_os: 'iphone_os',
  ipados: 'ipados',
  android: 'android',
  freertos: 'freertos',
  vxworks: 'vxworks',
  freebsd: 'freebsd',
  zephyr: 'zephyr',
};

const anywhere = /^(?:all|any|all platforms|any platform|multiple|cross-?platform|\*)$/i;

export function environmentOf(component: Component, criterion: Criterion): Environment {
  const found: Environment = { fits: 'yes', detail: null, conditions: [] };
  const qualified = Object.entries(criterion.qualifiers) as [keyof Qualifiers, string][];
  const own = qualified.length > 0 ? ownCpe(component, criterion) : null;
  for (const [name, value] of qualified) meet(found, qualifierFits(component, own, name, value), value);
  const platforms = criterion.platforms.some((one) => anywhere.test(one.trim())) ? [] : criterion.platforms;
  if (platforms.length > 0) meet(found, systemsOf(platforms) ?? 'unknown', platforms.join(', '));
  return found;
}

/** Adds one answer to what is found; the least favourable stands. */
function meet(found: Environment, answer: Environment['fits'] | Condition, value: string): void {
  if (typeof answer === 'object') found.conditions.push(answer);
  else if (answer === 'no' || (answer === 'unknown' && found.fits === 'yes')) {
    found.fits = answer;
    found.detail = value.replaceAll(/\\(.)/gs, '$1');
  }
}

function qualifierFits(
  component: Component,
  own: Cpe | null,
  name: keyof Qualifiers,
  value: string,
): Environment['fits'] | Condition {
  const said = own?.[name satisfies CpeAttribute] ?? '*';
  if (said === value || value === '*') return 'yes';
  if (said !== '*') return 'no';
  return name === 'targetSoftware' ? softwareFits(component, value) : 'unknown';
}

/** An add-on of a content system or a package of another language is never what stands in a firmware. */
function softwareFits(component: Component, value: string): Environment['fits'] | Condition {
  const name = literalOf(value) ?? value;
  const system = systemsOf([name]);
  if (system) return system;
  const type = packageOf(component)?.type ?? null;
  if (Object.hasOwn(ecosystems, name)) {
    if (type === null) return 'unknown';
    return type === ecosystems[name] ? 'yes' : 'no';
  }
  return /^(?:wordpress|drupal|joomla\\?!?|typo3|magento|moodle|jenkins|prestashop|phpbb|mediawiki|jira|confluence|chrome|firefox|visual_studio_code)$/.test(
    name,
  )
    ? 'no'
    : 'unknown';
}

function systemsOf(names: readonly string[]): Condition | null {
  const products = names.map((name) => systems[name.trim().toLowerCase()]);
  if (products.length === 0 || products.includes(undefined)) return null;
  return { anyOf: products.map((product) => system(product ?? '')) };
}

function system(product: string): Platform {
  return { part: 'o', vendor: '*', product, qualifiers: {}, ranges: [], isVulnerable: false, isNegated: false };
}

/** The component's own name of this very product. */
function ownCpe(component: Component, { product }: Criterion): Cpe | null {
  if (product.space !== 'cpe') return null;
  const isSame = (cpe: Cpe) => cpe.product === product.product && (cpe.vendor === product.vendor || cpe.vendor === '*');
  return cpesOf(component).find(isSame) ?? null;
}
