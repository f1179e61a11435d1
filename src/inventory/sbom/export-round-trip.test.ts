import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyItems, anyKind, anyPart } from '../../../test/sbom-arbitrary.ts';
import { type ExportForm, edge, exportForms, head, readBack, written } from '../../../test/sbom-exporting.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { SbomEdge, SbomItem, SbomPart } from './parts.ts';

// The losses that to-cyclonedx.ts and to-spdx.ts name, taken from both sides before they are compared.
const isSpdx = (form: ExportForm) => form.startsWith('SPDX');

function plain(text: string | null, form: ExportForm): string | null {
  const inXml = text?.toWellFormed().replace(/(?![\t\n\r\u007f-\u009f])[\p{Cc}\ufffe\uffff]/gu, '\ufffd');
  const said = (form.endsWith('XML') ? inXml : text)?.trim();
  return said ? said : null;
}

function comparable(part: SbomPart, form: ExportForm) {
  const { purpose, kind, hashes } = part;
  const texts = (list: string[]) => [...new Set(list.map((text) => plain(text, form)))].filter(Boolean).sort();
  const known = Object.entries(hashes).filter(
    ([name, hex]) => hex !== 'nonsense' && (isSpdx(form) || name !== 'SHA224'),
  );
  return {
    name: plain(part.name, form) ?? '',
    version: plain(part.version, form),
    purl: plain(part.purl, form),
    // A part without identity takes the names of its only source.
    cpes: isSpdx(form) && plain(part.purl, form) === null ? [] : texts(part.cpes),
    supplier: plain(part.supplier, form),
    licences: isSpdx(form) ? part.licences.length > 0 : texts(part.licences),
    hashes: known.sort(),
    kind: isSpdx(form) ? purpose === 'source' || kind : kind === 'other' ? 'library' : kind,
    purpose: isSpdx(form) || purpose === 'optional' || purpose === 'shipped' ? purpose : 'build',
  };
}

const partsOf = async (items: SbomItem[], form: ExportForm): Promise<string[]> =>
  [...(await outlineOf(items)).parts.values()].map((part) => JSON.stringify(comparable(part, form))).sort();

const anyTree: fc.Arbitrary<SbomItem[]> = fc
  .tuple(
    fc.array(anyPart, { minLength: 2, maxLength: 9 }),
    fc.array(fc.tuple(fc.nat(8), anyKind, fc.nat(8)), { maxLength: 20 }),
  )
  .map(([parts, edges]) => [
    head('p0'),
    ...parts.map((part, index): SbomItem => ({ is: 'part', part: { ...part, ref: `p${index}` } })),
    ...edges.map(([from, kind, to]) => edge(`p${from}`, kind, `p${to}`)),
  ]);

function edgesAsSaid({ edges, parts, parents, subjectRef }: Outline, form: ExportForm): string[] {
  const kindOf = ({ from, to, kind }: SbomEdge) => {
    const purpose = parts.get(to)?.purpose ?? 'shipped';
    if (isSpdx(form)) return purpose === 'build' || purpose === 'test' ? 'depends-on' : kind;
    return kind === 'contains' && parents.get(to) === from ? kind : 'depends-on';
  };
  const said = edges.filter(({ to }) => isSpdx(form) || to !== subjectRef);
  return [...new Set(said.map((one) => `${one.from} ${kindOf(one)} ${one.to}`))].sort();
}

describe.each(exportForms)('%s', (form) => {
  test('what is known of a part comes back', async () => {
    await fc.assert(
      fc.asyncProperty(anyItems, async (items) => {
        expect(await partsOf(await readBack(await written(form, items)), form)).toEqual(await partsOf(items, form));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test('what contains and needs what comes back', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (items) => {
        const back = await readBack(await written(form, items));

        const read = back.flatMap((item) => (item.is === 'edge' ? [item.edge] : []));
        const plainRefs = read.map(({ from, kind, to }) => `${from} ${kind} ${to}`.replaceAll('SPDXRef-', ''));
        expect([...new Set(plainRefs)].sort()).toEqual(edgesAsSaid(await outlineOf(items), form));
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
