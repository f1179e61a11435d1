import type { CdxComponent, CdxMetadata, CdxTarget, CdxVulnerability } from './item.ts';
import { isObject } from './shape.ts';

type Bag = Record<string, unknown>;

const textIn = (value: unknown, name: string): string | undefined => {
  const text = isObject(value) ? value[name] : undefined;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
};

const bagsIn = (value: unknown, name: string): Bag[] => {
  const found = isObject(value) ? value[name] : undefined;
  if (Array.isArray(found)) return found.filter(isObject);
  return isObject(found) ? [found] : [];
};

const textsIn = (value: Bag, name: string): string[] => {
  const found = value[name];
  return Array.isArray(found) ? found.filter((item): item is string => typeof item === 'string' && item !== '') : [];
};

/** Keeps what is there, so that an absent member is absent and not undefined. */
function present<T extends Record<string, unknown>>(members: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}

export function pickComponent(value: Bag): CdxComponent {
  return {
    ...present({
      bomRef: textIn(value, 'bom-ref'),
      type: textIn(value, 'type'),
      group: textIn(value, 'group'),
      version: textIn(value, 'version'),
      purl: textIn(value, 'purl'),
      cpe: textIn(value, 'cpe'),
      supplier: textIn(value.supplier, 'name') ?? textIn(value.manufacturer, 'name') ?? textIn(value, 'publisher'),
      scope: textIn(value, 'scope'),
    }),
    name: textIn(value, 'name') ?? '',
    licences: bagsIn(value, 'licenses').flatMap(licenceOf),
    hashes: bagsIn(value, 'hashes').flatMap((hash) => {
      const [algorithm, content] = [textIn(hash, 'alg'), textIn(hash, 'content')];
      return algorithm && content ? [{ algorithm, content: content.toLowerCase() }] : [];
    }),
    identities: bagsIn(value.evidence, 'identity').flatMap((identity) => {
      const [field, found] = [textIn(identity, 'field'), textIn(identity, 'concludedValue')];
      return field && found ? [{ field, value: found }] : [];
    }),
  };
}

function licenceOf(choice: Bag): string[] {
  const found = textIn(choice, 'expression') ?? textIn(choice.license, 'id') ?? textIn(choice.license, 'name');
  return found ? [found] : [];
}

export function pickMetadata(value: Bag): CdxMetadata {
  const authors = bagsIn(value, 'authors').flatMap((author) => textIn(author, 'name') ?? textIn(author, 'email') ?? []);
  const makers = ['manufacturer', 'manufacture', 'supplier'].flatMap((role) => textIn(value[role], 'name') ?? []);
  return {
    ...present({ timestamp: textIn(value, 'timestamp'), supplier: textIn(value.supplier, 'name') }),
    authors: authors.length > 0 ? authors : makers.slice(0, 1),
    tools: toolsOf(value.tools),
  };
}

// Until 1.4 a list of tools, since 1.5 an object of components and services.
function toolsOf(tools: unknown): string[] {
  const found = Array.isArray(tools)
    ? tools.filter(isObject)
    : [...bagsIn(tools, 'components'), ...bagsIn(tools, 'services')];
  return found.flatMap((tool) => {
    const name = [textIn(tool, 'vendor') ?? textIn(tool, 'group'), textIn(tool, 'name'), textIn(tool, 'version')];
    return textIn(tool, 'name') ? [name.filter(Boolean).join(' ')] : [];
  });
}

export function pickVulnerability(value: Bag): CdxVulnerability {
  return {
    ...present({
      id: textIn(value, 'id'),
      state: textIn(value.analysis, 'state'),
      justification: textIn(value.analysis, 'justification'),
      detail: textIn(value.analysis, 'detail'),
      recommendation: textIn(value, 'recommendation'),
      workaround: textIn(value, 'workaround'),
      firstIssued: textIn(value.analysis, 'firstIssued'),
      lastUpdated: textIn(value.analysis, 'lastUpdated'),
    }),
    aliases: bagsIn(value, 'references').flatMap((reference) => textIn(reference, 'id') ?? []),
    responses: isObject(value.analysis) ? textsIn(value.analysis, 'response') : [],
    affects: bagsIn(value, 'affects').flatMap(targetOf),
    properties: bagsIn(value, 'properties').flatMap((property) => {
      const name = textIn(property, 'name');
      return name === undefined ? [] : [{ name, value: textIn(property, 'value') ?? '' }];
    }),
  };
}

function targetOf(target: Bag): CdxTarget[] {
  const ref = textIn(target, 'ref');
  const versions = bagsIn(target, 'versions').map((version) =>
    present({
      version: textIn(version, 'version'),
      range: textIn(version, 'range'),
      status: textIn(version, 'status'),
    }),
  );
  return ref === undefined ? [] : [{ ref, versions }];
}

export const pickDependency = (value: Bag) => ({
  ref: textIn(value, 'ref') ?? '',
  dependsOn: [...textsIn(value, 'dependsOn'), ...textsIn(value, 'provides')],
});
