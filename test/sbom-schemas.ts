import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlParseError,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

/** What an official schema finds wrong with a document, none when it is valid. */
export type SchemaCheck = (text: string) => string[];

/** The official CycloneDX schemas of a folder (see `sharedData('sbom/cyclonedx-schemas')`), by version and form. */
export function cycloneDxSchemas(folder: string): (version: '1.6' | '1.7', form: 'json' | 'xml') => SchemaCheck {
  const read = (name: string) => readFileSync(path.join(folder, name));
  const parsed = (name: string) => JSON.parse(read(name).toString('utf8')) as object;
  xmlRegisterInputProvider(new XmlBufferInputProvider({ 'http://cyclonedx.org/schema/spdx': read('spdx.xsd') }));
  const ajv = jsonSchemas();
  for (const name of ['spdx.schema.json', 'jsf-0.82.schema.json', 'cryptography-defs.schema.json']) {
    ajv.addSchema(parsed(name));
  }
  return (version, form) => {
    if (form === 'json') return jsonCheck(ajv.compile(parsed(`bom-${version}.schema.json`)));
    const schema = XmlDocument.fromBuffer(read(`bom-${version}.xsd`), { url: `bom-${version}.xsd` });
    const validator = XsdValidator.fromDoc(schema);
    return (text) => xmlProblems(text, validator);
  };
}

/** The official schema of SPDX 2.3 in a folder (see `sharedData('sbom/spdx-spec-2.3')`). */
export function spdxSchema(folder: string): SchemaCheck {
  const schema = JSON.parse(readFileSync(path.join(folder, 'schemas/spdx-schema.json'), 'utf8')) as object;
  return jsonCheck(jsonSchemas().compile(schema));
}

function jsonSchemas(): Ajv {
  // The schemas carry words of their own ("meta:enum"), which are no part of the rules.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const format of ['idn-email', 'iri-reference']) ajv.addFormat(format, true);
  return ajv;
}

const jsonCheck =
  (validate: ValidateFunction): SchemaCheck =>
  (text) =>
    validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);

function xmlProblems(text: string, validator: XsdValidator): string[] {
  try {
    const document = XmlDocument.fromString(text);
    try {
      validator.validate(document);
      return [];
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (error instanceof XmlValidateError || error instanceof XmlParseError) return [error.message];
    throw error;
  }
}
