import { vulnerabilitySorts } from '#intelligence/model';
import { insiders } from './callers.ts';
import { demoVulnerability, nameOfRound } from './own-records.ts';
import { IdRef, type Pool } from './samples.ts';
import { walledFiles } from './vex-files.ts';

export type Input = Record<string, unknown>;

/** A release of the demonstration, its bill of materials and an own record: plant() makes them the first random words of each world. */
export const demoRelease = new IdRef(0);
export const demoSbom = new IdRef(1);
export const openRecord = new IdRef(2);

const ownFacts = {
  ...{ titleJa: '自社の記録', titleEn: '', overview: '', vector: '', names: [], references: [], tlp: 'amber' },
  ...{ products: [{ product: 'cpe:2.3:a:zlib:zlib', versions: '1.3 以前' }], technologies: ['DNS'] },
};
const oneAtOnce = { limit: 1 };
const curl = 'cpe:a:haxx:curl';
const looking = { status: 'under-investigation', note: '調べている' };
const placeOf = (vulnerability: string) => ({ release: demoRelease, vulnerability, product: curl });

/**
 * What no shape tells: parameters that stand in the demonstration or behind the wall, short pages, which show where each
 * ends, and lists in each of their orders. The plainest comes first; what is drawn from the shape is put beside them.
 * @param name  the endpoint
 */
export function meantInputs(name: string, { words }: Pick<Pool, 'words'>): Input[] {
  const numbers = words.filter((word) => word.startsWith('OWN-'));
  const named = [demoVulnerability, nameOfRound(1), nameOfRound(2), ...numbers].map((one) => ({ name: one }));
  const own = [openRecord, ...numbers].map((one) => ({ name: one }));
  // Each is made by everybody who may, and changes what all the others see: few.
  const decidings = [demoVulnerability, ...numbers.slice(-1)].map((one, at) => ({
    places: at === 0 ? { by: 'places', places: [placeOf(one)] } : { by: 'vulnerability', vulnerability: one },
    ...{ scope: at === 0 ? 'release' : 'all', content: looking },
  }));
  const inputs: Record<string, Input[]> = {
    'inventory.findRelease': [{ model: 'mc-220', release: '2.4.1@a1' }],
    'inventory.getReleaseComponent': [{ id: demoRelease, componentId: 20 }],
    'inventory.getSbomFile': [{ id: demoSbom }],
    'inventory.countWhere': [{ name: 'openssl' }],
    'inventory.exportWhere': [{ name: 'openssl', format: 'csv' }],
    'intelligence.listVulnerabilities': [{}, ...vulnerabilitySorts.map((sort) => ({ sort, ...oneAtOnce }))],
    'intelligence.getVulnerability': named,
    'intelligence.exportOriginal': [
      { source: 'cve', externalId: demoVulnerability },
      ...own.map((one) => ({ source: 'own', externalId: one.name })),
    ],
    'intelligence.getOwnRecord': own,
    'intelligence.createOwnRecord': [
      { facts: ownFacts, readerIds: null },
      { facts: ownFacts, readerIds: insiders.map(({ personId }) => personId) },
      // What a confidential record alone has named so far.
      { facts: { ...ownFacts, names: [nameOfRound(3)] }, readerIds: null },
    ],
    'intelligence.updateOwnRecord': own.map((one) => ({ ...one, revision: 1, facts: ownFacts })),
    'intelligence.withdrawOwnRecord': own.map((one) => ({ ...one, revision: 2, withdrawn: true })),
    'matching.listTouching': [{}, oneAtOnce, { releases: 'all', ...oneAtOnce }],
    'matching.listChanges': [{}, oneAtOnce],
    'matching.listAffectedModels': named,
    'matching.listAffectedReleases': named.flatMap((one) => [one, { ...one, ...oneAtOnce }]),
    'matching.exportAffected': named.map((one) => ({ ...one, format: 'csv' })),
    'matching.countTouching': [{ name: named.map((one) => one.name).join(',') }],
    'matching.countExposures': [{ id: demoRelease }],
    'matching.exportExposures': [{ id: demoRelease, format: 'csv' }],
    'matching.listUnmatched': [{ id: demoRelease }, { id: demoRelease, ...oneAtOnce }],
    'matching.listProposals': [{ id: 20 }],
    'matching.listIdentifications': [{}, oneAtOnce],
    'matching.sayIdentity': [{ subject: 'some-part', vendor: 'zlib', product: 'zlib', answer: 'is' }],
    'matching.listVexImports': [{}, oneAtOnce],
    'matching.listVexLines': walledFiles.map((id) => ({ id })),
    'matching.explain': named.map((one) => ({ id: demoRelease, ...one })),
    'matching.listExposures': [
      ...[{ id: demoRelease }, { id: demoRelease, match: 'may-apply', ...oneAtOnce }],
      ...[
        { id: demoRelease, verdict: 'none' },
        { id: demoRelease, standing: 'closed,open', ...oneAtOnce },
      ],
    ],
    'matching.previewVerdict': decidings,
    'matching.decide': decidings,
    'verdicts.listVerdicts': [{}, oneAtOnce, { state: 'standing', ...oneAtOnce }],
    'verdicts.listVerdictsOfPlace': named.map((one) => ({
      release: demoRelease,
      vulnerability: one.name,
      product: curl,
    })),
    'verdicts.listVerdictDays': [{}, oneAtOnce],
    'verdicts.listVerdictEvents': [{ day: '2026-11-24' }, { day: '2026-11-24', ...oneAtOnce }],
  };
  return inputs[name] ?? [];
}
