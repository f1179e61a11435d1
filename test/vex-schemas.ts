import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { SchemaCheck } from './sbom-schemas.ts';

/** The official schema of OpenVEX in a folder (see `sharedData('vex/openvex-spec')`). */
export function openVexSchema(folder: string): SchemaCheck {
  return checkBy(path.join(folder, 'openvex_json_schema.json'), []);
}

/** The official schema of CSAF 2.0 in a folder (see `sharedData('csaf/oasis-2.0-schemas')`). */
export function csafSchema(folder: string): SchemaCheck {
  const scores = path.join(folder, 'referenced_schema/first');
  const referenced = ['cvss-v2.0.json', 'cvss-v3.0.json', 'cvss-v3.1.json'].map((name) => path.join(scores, name));
  return checkBy(path.join(folder, 'json_schema/csaf_json_schema.json'), referenced);
}

function checkBy(schema: string, referenced: readonly string[]): SchemaCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('iri', /^[a-z][a-z\d+.-]*:\S+$/i);
  for (const file of referenced) {
    // Written for an older draft, and says nothing that the newer reads otherwise.
    const { $schema: _draft, id: _id, ...rest } = parsed(file);
    ajv.addSchema(rest, `https://www.first.org/cvss/${path.basename(file)}`);
  }
  const validate = ajv.compile(parsed(schema));
  return (text) =>
    validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const parsed = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

/** Every JSON file below a folder that a pattern names, in order. */
export const jsonFilesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort();
