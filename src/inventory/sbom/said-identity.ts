import { type Cpe, formatCpe23, parseCpe } from '#formats/cpe';
import { formatPurl, type Purl, parsePurl } from '#formats/purl';
import { Refusal } from '#platform/errors';
import { type ComponentFacts, factsOf } from './fingerprint.ts';

/** What a person says of a component; a purl or a CPE alone is enough. */
export type SaidIdentity = {
  name: string | null;
  version: string | null;
  supplier: string | null;
  purl: string | null;
  cpe: string | null;
};

/**
 * The facts of a component that a person names. Name and version come from the purl or the CPE where they are left out,
 * and go into a purl that has no version.
 * @throws Refusal 'invalid' with `details.reason`: 'purl', 'cpe' or 'nameless', and with `at`, its place in a list
 */
export function saidFacts({ name, version, supplier, purl, cpe }: SaidIdentity, at = 0): ComponentFacts {
  const readPurl = purl ? tried(() => parsePurl(purl), { reason: 'purl', text: purl, at }) : null;
  const readCpe = cpe ? tried(() => parseCpe(cpe), { reason: 'cpe', text: cpe, at }) : null;
  const saidName = name || nameOfPurl(readPurl) || definite(readCpe?.product);
  if (!saidName) throw new Refusal('invalid', 'A part needs a name, a purl or a CPE.', { reason: 'nameless', at });
  const saidVersion = version || readPurl?.version || definite(readCpe?.version);
  return factsOf({
    name: saidName,
    version: saidVersion,
    supplier: supplier || null,
    purl: readPurl && formatPurl({ ...readPurl, version: readPurl.version ?? saidVersion }),
    cpes: readCpe ? [formatCpe23(readCpe)] : [],
  });
}

function tried<T extends Cpe | Purl>(parse: () => T, details: { reason: 'purl' | 'cpe'; text: string; at: number }): T {
  try {
    return parse();
  } catch (fault) {
    throw new Refusal('invalid', `"${details.text}": ${(fault as Error).message}`, details);
  }
}

const definite = (value: string | undefined): string | null =>
  value === undefined || value === '*' || value === '-' ? null : value;

const nameOfPurl = (purl: Purl | null) =>
  purl?.namespace && purl.type === 'npm' ? `${purl.namespace}/${purl.name}` : (purl?.name ?? null);
