import { foldUpdate } from '#intelligence/pure';
import { schemeOfPurlType } from '#versions/scheme-of-purl';
import type { Scheme } from '#versions/version-key';
import type { Candidate, Component } from '../evidence.ts';
import { type Package, packageOf } from '../identity/package-of.ts';
import { cpesOf } from '../identity/read-cpe.ts';

/** A component's version, as it is compared for one candidate. */
export type OurVersion = {
  text: string | null;
  scheme: Scheme;
  /** The name leaves open whether a patch level (p1) belongs to it. */
  isPatchLevelOpen: boolean;
  /** Whose package it is, where somebody may have put a fix in without a new upstream version. */
  packager: 'upstream' | 'deb' | 'rpm' | 'apk';
};

/** Those who build from source as it comes and do not carry fixes back by themselves. */
const builders = new Set(['openwrt', 'yocto', 'openembedded', 'buildroot', 'wolfi', 'chainguard']);
const packaged = ['deb', 'rpm', 'apk'] as const;
/** What a package adds to the version of its upstream is cut off for records that speak of the upstream product. */
const cut = new Set(['deb', 'rpm', 'apk', 'opkg', 'alpm', 'arch', 'ebuild', 'gentoo']);
/** Recipes carry the versions of their upstream as they are, of whatever habit: 8.3p10, 1.0.2zh. */
const recipes = new Set(['conan']);
/** What only a distribution's build has in its version: -503.el9_5, +deb11u2, -1ubuntu2. */
const marks = /\.(?:el|fc|amzn|cm|mga)\d|ubuntu\d|[+~]deb\d|[+~]b?po\d/i;

/** The version of a component where the criterion speaks of the package itself (purl), or of the upstream product. */
export function ourVersion(component: Component, candidate: Candidate): OurVersion {
  const pack = packageOf(component);
  const stated = component.version ?? pack?.version ?? null;
  if (candidate.product.space === 'purl') return ofPackage(candidate.product.purl, pack, stated);
  const said = cpeVersion(component);
  const chosen = moreSpecific(said, pack?.version ? null : component.version, stated);
  const packager = packagerOf(pack, chosen.text);
  const isCut = packager !== 'upstream' || cut.has(pack?.type ?? '');
  return {
    text: isCut && chosen.text !== null ? upstreamOf(chosen.text, pack?.type ?? null) : chosen.text,
    scheme: isCut || pack === null || recipes.has(pack.type) ? 'generic' : schemeOfPurlType(pack.type),
    isPatchLevelOpen: chosen.isOpen && !isCut,
    packager,
  };
}

function ofPackage(purl: string, pack: Package | null, stated: string | null): OurVersion {
  const isSource = pack?.source?.version && purl === pack.purls[0];
  const own = pack?.version ?? stated;
  return {
    text: isSource ? (pack?.source?.version ?? own) : own,
    scheme: schemeOfPurlType(pack?.type ?? null),
    isPatchLevelOpen: false,
    packager: packagerOf(pack, own),
  };
}

function packagerOf(pack: Package | null, version: string | null): OurVersion['packager'] {
  const type = packaged.find((one) => one === pack?.type);
  if (type) return builders.has(pack?.namespace ?? '') ? 'upstream' : type;
  if (version === null || pack !== null || !marks.test(version)) return 'upstream';
  return /deb|ubuntu|po\d/i.test(version) ? 'deb' : 'rpm';
}

/** Types whose revision is a number behind a hyphen or -r. */
const revised = new Set(['apk', 'opkg', 'ebuild', 'gentoo']);

/** Without epoch and revision; 1.0~rc1 is 1.0-rc1, 2.0+really1.9 is 1.9. */
function upstreamOf(version: string, type: string | null): string {
  const bare = version.replace(/^\d+:/, '').replace(/^.*\+really/, '');
  const unrevised = revised.has(type ?? '') ? bare.replace(/-r?\d+$/, '') : bare.replace(/(?<=.)-[^-]*$/, '');
  return unrevised.replaceAll('~', '-');
}

type Said = { base: string; folded: string; isOpen: boolean };

function cpeVersion(component: Component): Said | null {
  for (const cpe of cpesOf(component)) {
    if (cpe.version === '*' || cpe.version === '-') continue;
    return { base: plain(cpe.version), folded: foldUpdate(plain(cpe.version), cpe.update), isOpen: cpe.update === '*' };
  }
  return null;
}

const plain = (value: string) => value.replaceAll(/\\(.)/gs, '$1');

/** 9.3p2 says more than 9.3, and the CPE 9.3:p1 more than the version 9.3. Inventory may have taken the version from the CPE. */
function moreSpecific(
  said: Said | null,
  own: string | null,
  stated: string | null,
): { text: string | null; isOpen: boolean } {
  if (!said) return { text: stated, isOpen: false };
  const isSame = stated === null || stated.toLowerCase() === said.base.toLowerCase();
  if (!isSame) return { text: stated, isOpen: false };
  const isOnlyFromCpe = stated === null || stated === own;
  return { text: said.folded, isOpen: said.isOpen && isOnlyFromCpe };
}
