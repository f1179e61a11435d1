import { refusal } from './model.ts';

const hint =
  'Convert it to JSON first, for example with the SPDX Online Tools or "pyspdxtools --infile in.rdf --outfile out.json"';

/**
 * Refuses the forms of SPDX 2 that are not read here, with a way on; null for any other text.
 * @param head  the first kilobytes of the document as text
 * @source SPDX 2.3, clause 4.2: RDF/XML and XML are equal forms of the same document
 */
export function spdxFormNotRead(head: string): ReturnType<typeof refusal> | null {
  if (!/^\ufeff?\s*</.test(head)) return null;
  if (/<rdf:RDF[\s>]/.test(head) && /spdx\.org\/rdf\/terms/.test(head)) {
    return refusal('line 1', 'rdf-xml', `SPDX in RDF/XML is not read. ${hint}`);
  }
  if (/<(?:Document|spdx:Document|SpdxDocument)[\s>]/.test(head) && /SPDX/.test(head)) {
    return refusal('line 1', 'xml', `SPDX in XML is not read. ${hint}`);
  }
  return null;
}
