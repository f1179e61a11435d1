import { closeSync, openSync, writeSync } from 'node:fs';

const MIB = 1024 * 1024;
const hash = (n: number) => n.toString(16).padStart(64, '0');

/**
 * Writes a CycloneDX 1.6 document of exactly the given size, with as many components as fit (about 1,600 a MiB),
 * each of which the next depends on.
 * @returns how many components it has
 */
export function writeLargeSbom(file: string, form: 'json' | 'xml', sizeBytes: number): number {
  const { head, component, between, middle, dependency, tail } = forms[form];
  const out = openSync(file, 'w');
  const count = Math.floor(
    (sizeBytes - 1_024) / (component(100_000).length + dependency(100_000).length + 2 * between.length),
  );
  let text = head;
  let written = 0;
  const flush = () => {
    written += writeSync(out, text);
    text = '';
  };
  const list = (one: (n: number) => string) => {
    for (let n = 0; n < count; n++) {
      text += (n === 0 ? '' : between) + one(n);
      if (text.length > MIB) flush();
    }
  };
  list(component);
  text += middle;
  list(dependency);
  flush();
  // White space before the end makes it exact.
  text = ' '.repeat(sizeBytes - written - tail.length) + tail;
  flush();
  closeSync(out);
  return count;
}

const forms = {
  json: {
    head: `{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79","metadata":{"timestamp":"2026-11-01T00:00:00Z","authors":[{"name":"Minato Denki"}],"component":{"type":"firmware","bom-ref":"firmware","name":"camera","version":"1.2"}},"components":[\n`,
    component: (n: number) =>
      `{"type":"library","bom-ref":"part-${n}","supplier":{"name":"Supplier ${n % 100}"},"name":"library-${n}","version":"1.${n}.0","hashes":[{"alg":"SHA-256","content":"${hash(n)}"}],"licenses":[{"license":{"id":"Apache-2.0"}}],"cpe":"cpe:2.3:a:supplier${n % 100}:library-${n}:1.${n}.0:*:*:*:*:*:*:*","purl":"pkg:generic/library-${n}@1.${n}.0","externalReferences":[{"type":"website","url":"https://example.com/library-${n}"}]}`,
    between: ',\n',
    middle: '],"dependencies":[\n',
    dependency: (n: number) => `{"ref":"part-${n}","dependsOn":["part-${n + (n % 2 ? -1 : 1)}"]}`,
    tail: ']}',
  },
  xml: {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><metadata><timestamp>2026-11-01T00:00:00Z</timestamp><authors><author><name>Minato Denki</name></author></authors><component type="firmware" bom-ref="firmware"><name>camera</name><version>1.2</version></component></metadata><components>\n',
    component: (n: number) =>
      `<component type="library" bom-ref="part-${n}"><supplier><name>Supplier ${n % 100}</name></supplier><name>library-${n}</name><version>1.${n}.0</version><hashes><hash alg="SHA-256">${hash(n)}</hash></hashes><licenses><license><id>Apache-2.0</id></license></licenses><cpe>cpe:2.3:a:supplier${n % 100}:library-${n}:1.${n}.0:*:*:*:*:*:*:*</cpe><purl>pkg:generic/library-${n}@1.${n}.0</purl></component>`,
    between: '\n',
    middle: '</components><dependencies>\n',
    dependency: (n: number) =>
      `<dependency ref="part-${n}"><dependency ref="part-${n + (n % 2 ? -1 : 1)}"/></dependency>`,
    tail: '</dependencies></bom>',
  },
};
