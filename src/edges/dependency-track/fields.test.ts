import { expect, test } from 'vitest';
import { readSubmission } from './fields.ts';

const url = 'http://localhost/api/v1/bom';
const bom = '{"bomFormat":"CycloneDX","specVersion":"1.6"}';
const base64 = (text: string) => Buffer.from(text).toString('base64');

const byJson = (body: object) =>
  new Request(url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const byForm = (fields: Record<string, string | File>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return new Request(url, { method: 'POST', body: form });
};

test('a JSON body carries the document as base64, with or without a byte order mark', async () => {
  for (const text of [bom, `\ufeff${bom}`]) {
    const { fields, file } = await readSubmission(
      byJson({ projectName: 'MR-1167', projectVersion: '1.2.0', autoCreate: true, bom: base64(text) }),
      'bom',
    );

    expect(fields).toMatchObject({ project: null, projectName: 'MR-1167', projectVersion: '1.2.0', autoCreate: true });
    expect(await file.text()).toBe(bom);
  }
});

test.each([
  [true, true],
  ['true', true],
  ['True', true],
  ['false', false],
  ['', false],
  [null, false],
  [undefined, false],
])('autoCreate %j is %j', async (autoCreate, expected) => {
  const { fields } = await readSubmission(byJson({ projectName: 'a', autoCreate, bom: base64(bom) }), 'bom');

  expect(fields.autoCreate).toBe(expected);
});

test('tags are names, objects with a name, or one text with commas', async () => {
  for (const projectTags of [[{ name: 'WPA2' }, { name: ' edge ' }], ['WPA2', 'edge'], 'WPA2, edge,']) {
    const { fields } = await readSubmission(byJson({ projectName: 'a', projectTags, bom: base64(bom) }), 'bom');

    expect(fields.projectTags).toEqual(['WPA2', 'edge']);
  }
});

test('a form carries the document as a file or as a plain field; empty fields are not said', async () => {
  for (const document of [bom, new File([bom], 'camera.cdx.json'), new File([`\ufeff${bom}`], 'blob')]) {
    const { fields, file } = await readSubmission(
      byForm({
        bom: document,
        projectName: 'a',
        projectVersion: '',
        parentUUID: '',
        parentName: ' ',
        autoCreate: 'true',
      }),
      'bom',
    );

    expect(fields).toMatchObject({ projectVersion: null, parentUUID: null, parentName: null, autoCreate: true });
    expect(await file.text()).toBe(bom);
    expect(file.name).toBe(document instanceof File && document.name !== 'blob' ? document.name : 'bom');
  }
});

test('bytes in a file stay as they are', async () => {
  const bytes = Uint8Array.from([0x1f, 0x8b, 8, 0, 0xff, 0xfe]);

  const { file } = await readSubmission(byForm({ projectName: 'a', bom: new File([bytes], 'bom.gz') }), 'bom');

  expect(await file.bytes()).toEqual(bytes);
});

test.each([
  ['no document', byJson({ projectName: 'a' }), /No BOM file provided/],
  ['no project', byJson({ bom: base64(bom) }), /Say which project/],
  ['a project that is no UUID', byJson({ project: 'x', bom: base64(bom) }), /project: /],
  ['broken base64', byJson({ projectName: 'a', bom: '###' }), /bom is not base64/],
  ['more than can come as base64', byJson({ projectName: 'a', bom: 'A'.repeat(20_000_004) }), /send it as multipart/],
  ['a document that is no text', byJson({ projectName: 'a', bom: {} }), /bom is no text/],
  ['a list', byJson([]), /not an object/],
  ['no JSON', new Request(url, { method: 'PUT', body: '{"a":' }), /not JSON/],
  [
    'a form without its parts',
    new Request(url, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: 'a' }),
    /content type/,
  ],
])('%s is refused with a reason', async (_what, request, reason) => {
  await expect(readSubmission(request, 'bom')).rejects.toMatchObject({ code: 'invalid', message: reason });
});
