import { PurlFault, parsePurl } from '#formats/purl';
import type { Component } from '../evidence.ts';
import { barePurl, packageOf } from './package-of.ts';

/** Longer ones are lists, or no names. */
const longest = 600;

/**
 * By what a person says once what components are: the package whatever its version, else the name whatever its case.
 * null where the name is too long to be one.
 */
export function subjectOf(component: Component): string | null {
  const pack = packageOf(component);
  return pack ? fitting(barePurl(pack)) : nameOf(component.name);
}

/** The same of what a person wrote; null when it is neither a package URL nor a name. */
export function readSubject(text: string): string | null {
  if (!/^pkg:/i.test(text.trim())) return nameOf(text);
  try {
    return fitting(barePurl(parsePurl(text.trim())));
  } catch (fault) {
    if (fault instanceof PurlFault) return null;
    throw fault;
  }
}

const nameOf = (text: string) => fitting(text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim());
const fitting = (text: string) => (text.length > 0 && text.length <= longest ? text : null);
