import type { CdxComponent, CdxItem, CdxMetadata } from '#formats/cyclonedx';
import type { SbomHead, SbomItem, SbomPart } from './parts.ts';

const kinds = [
  'application',
  'framework',
  'library',
  'operating-system',
  'firmware',
  'device',
  'container',
  'file',
] as const;

/** Turns the elements of one CycloneDX document into parts, edges and statements. */
export class CdxMapping {
  #document: { specVersion: string; serialNumber: string | null } | null = null;
  #metadata: CdxMetadata | null = null;
  #subject: string | null = null;
  /** Refs of components whose parent is read after them, by the parent. */
  #inner = new Map<string, string[]>();

  /** Known when everything is read: JSON may name its version last. */
  head(): SbomItem {
    const metadata = this.#metadata;
    const head: SbomHead = {
      format: 'cyclonedx',
      formatVersion: this.#document?.specVersion || null,
      serialNumber: this.#document?.serialNumber ?? null,
      createdAt: instantOf(metadata?.timestamp),
      authors: metadata?.authors ?? [],
      tools: metadata?.tools ?? [],
      subject: this.#subject,
    };
    return { is: 'head', head };
  }

  *take(item: CdxItem): Generator<SbomItem> {
    switch (item.is) {
      case 'document':
        this.#document = item;
        return;
      case 'metadata':
        this.#metadata = item.metadata;
        return;
      case 'component':
        yield* this.#component(item);
        return;
      case 'dependency':
        for (const to of item.dependsOn) yield { is: 'edge', edge: { from: item.ref, to, kind: 'depends-on' } };
        return;
      case 'vulnerability':
        yield* statementOf(item);
        return;
      case 'problem':
        yield { is: 'problem', problem: item.problem };
    }
  }

  *#component({ component, role, at, within, place }: CdxItem & { is: 'component' }): Generator<SbomItem> {
    const part = partOf(component, place);
    yield { is: 'part', part };
    if (role === 'subject') this.#subject = part.ref;
    if (within !== null) this.#await(within, part.ref);
    for (const to of this.#inner.get(at) ?? []) yield { is: 'edge', edge: { from: part.ref, to, kind: 'contains' } };
    this.#inner.delete(at);
  }

  #await(within: string, ref: string): void {
    const waiting = this.#inner.get(within);
    if (waiting) waiting.push(ref);
    else this.#inner.set(within, [ref]);
  }
}

function partOf(component: CdxComponent, place: string): SbomPart {
  const { bomRef, group, name, version, purl, cpe, supplier, scope, licences, hashes, identities } = component;
  const named = (field: string) => identities.filter((identity) => identity.field === field).map(({ value }) => value);
  return {
    // Without a bom-ref the place is the only name that is unique.
    ref: bomRef ?? place,
    name: group ? `${group}/${name}` : name,
    version: version ?? null,
    purl: purl ?? named('purl')[0] ?? null,
    cpes: [...new Set([...(cpe ? [cpe] : []), ...named('cpe')])],
    supplier: supplier ?? null,
    licences,
    hashes: Object.fromEntries(hashes.map(({ algorithm, content }) => [algorithm.replace(/^SHA-/, 'SHA'), content])),
    kind: kinds.find((kind) => kind === component.type) ?? 'other',
    // What is excluded is not there at run time: tests and tools of the build.
    purpose: scope === 'excluded' ? 'build' : scope === 'optional' ? 'optional' : 'shipped',
    place,
  };
}

function* statementOf({ vulnerability }: CdxItem & { is: 'vulnerability' }): Generator<SbomItem> {
  const { id, affects, state, justification, detail } = vulnerability;
  if (!id || !state) return;
  const statement = {
    vulnerability: id,
    refs: affects.map(({ ref }) => ref),
    status: state,
    justification: justification ?? null,
    detail: detail ?? null,
  };
  yield { is: 'statement', statement };
}

// XML may leave the zone out; then UTC is meant by every tool that we know.
function instantOf(timestamp: string | undefined): string | null {
  if (timestamp === undefined) return null;
  try {
    return Temporal.Instant.from(/(?:z|[+-]\d\d:\d\d)$/i.test(timestamp) ? timestamp : `${timestamp}Z`).toString();
  } catch {
    return null;
  }
}
