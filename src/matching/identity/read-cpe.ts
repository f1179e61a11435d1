import { type Cpe, CpeFault, parseCpe } from '#formats/cpe';
import type { Component } from '../evidence.ts';

const known = new WeakMap<Component, Cpe[]>();

/** The CPE names of a component that can be read. */
export function cpesOf(component: Component): Cpe[] {
  const kept = known.get(component);
  if (kept) return kept;
  const cpes = component.cpes.flatMap(readCpe);
  known.set(component, cpes);
  return cpes;
}

function readCpe(text: string): Cpe[] {
  try {
    return [parseCpe(text)];
  } catch (fault) {
    if (fault instanceof CpeFault) return [];
    throw fault;
  }
}
