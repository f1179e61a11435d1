import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import { formatPurl, type PurlParts, parsePurl } from './index.ts';

type Case = {
  description: string;
  test_type: 'parse' | 'build' | 'validate' | 'roundtrip';
  input: string | PurlParts;
  expected_output: unknown;
  expected_failure: boolean;
};

/** Where the official files contradict themselves, with the reason for our side. */
const ledger: Record<string, string> = {
  'pkg:Rpm/fedora/curl@7.50.3-1.fc25?Arch=i386&Distro=fedora-25':
    'rpm-test.json expects a failure to parse and, of the same text, a round trip; maven-test.json parses keys in capitals',
};

const folder = sharedData('identifiers/purl-spec');
if (folder) {
  describe('the official cases', () => {
    const files = ['spec', 'types'].flatMap((part) =>
      readdirSync(path.join(folder, part)).map((name) => `${part}/${name}`),
    );
    const cases = files.flatMap((file) =>
      (JSON.parse(readFileSync(path.join(folder, file), 'utf8')).tests as Case[]).map((one) => ({ file, ...one })),
    );
    const inLedger = (one: Case) => one.test_type === 'parse' && one.expected_failure && String(one.input) in ledger;

    test.each(cases.filter((one) => !inLedger(one)))('$file $test_type: $description', (one) => {
      if (one.expected_failure) expect(() => run(one)).toThrow(expect.objectContaining({ name: 'PurlFault' }));
      else expect(run(one)).toEqual(one.expected_output);
    });

    test('the ledger names one case, and it still contradicts', () => {
      const listed = cases.filter(inLedger);
      expect(listed).toHaveLength(Object.keys(ledger).length);
      for (const one of listed) expect(() => run(one)).not.toThrow();
    });
  });
}

function run({ test_type, input }: Case): unknown {
  if (test_type === 'build') return formatPurl(input as PurlParts);
  const purl = parsePurl(input as string);
  if (test_type !== 'parse') return formatPurl(purl);
  return { ...purl, qualifiers: Object.keys(purl.qualifiers).length > 0 ? purl.qualifiers : null };
}

test.each([
  ['pkg:generic/openssl@3.0.3', 'pkg:generic/openssl@3.0.3'],
  ['pkg:DEB/Debian/Curl@7.50.3-1?Arch=amd64', 'pkg:deb/debian/curl@7.50.3-1?arch=amd64'],
  ['pkg:npm/@scope/name@1', 'pkg:npm/%40scope/name@1'],
  ['pkg:generic/a@1+b~c', 'pkg:generic/a@1%2Bb~c'],
  ['pkg:generic/a?b=&c=d', 'pkg:generic/a?c=d'],
  ['pkg:generic/a#./b/../c', 'pkg:generic/a#b/c'],
])('%s is written %s', (text, canonical) => expect(formatPurl(parsePurl(text))).toBe(canonical));

test.each([
  ['openssl@3', 'no-scheme'],
  ['pkg:generic', 'no-name'],
  ['pkg:1generic/a', 'bad-type'],
  ['pkg:generic/a?b', 'bad-qualifier'],
  ['pkg:generic/a?b=1&B=2', 'duplicate-qualifier'],
  ['pkg:generic/a%zz', 'bad-encoding'],
  ['pkg:github/a', 'namespace-missing'],
  ['pkg:pypi/a/b', 'namespace-not-allowed'],
])('%s breaks the rule %s', (text, rule) => expect(() => parsePurl(text)).toThrow(expect.objectContaining({ rule })));

test('what is written reads the same again', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !value.includes('/'));
  fc.assert(
    fc.property(
      text,
      text,
      fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), text),
      (name, version, qualifiers) => {
        const purl = parsePurl(formatPurl({ type: 'generic', name, version, qualifiers }));
        expect({ name: purl.name, version: purl.version, qualifiers: purl.qualifiers }).toEqual({
          name,
          version,
          qualifiers,
        });
      },
    ),
  );
});

test('any text is read or refused', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'pkg:/@?#%&=aZ0.~é', '%40', 'pkg:npm/')), (letters) => {
      try {
        const canonical = formatPurl(parsePurl(letters.join('')));
        expect(formatPurl(parsePurl(canonical))).toBe(canonical);
      } catch (fault) {
        expect(fault).toMatchObject({ name: 'PurlFault' });
      }
    }),
    { numRuns: 20_000 },
  );
});
