import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCpe22, formatCpe23, fromLiteral, literalOf, parseCpe } from './index.ts';

test.each([
  ['cpe:2.3:a:openssl:openssl:1.1.1:k:*:*:*:*:*:*', 'cpe:2.3:a:openssl:openssl:1.1.1:k:*:*:*:*:*:*'],
  ['cpe:/a:openssl:openssl:1.1.1:k', 'cpe:2.3:a:openssl:openssl:1.1.1:k:*:*:*:*:*:*'],
  ['cpe:/o:linux:linux_kernel:-', 'cpe:2.3:o:linux:linux_kernel:-:*:*:*:*:*:*:*'],
  ['cpe:/a:microsoft:internet_explorer:8.%2a:sp%3f', 'cpe:2.3:a:microsoft:internet_explorer:8.\\*:sp\\?:*:*:*:*:*:*'],
  ['cpe:/a:hp:insight:7.4.0.1570::~~online~win2003~x64~', 'cpe:2.3:a:hp:insight:7.4.0.1570:*:*:*:online:win2003:x64:*'],
  ['cpe:/a:foo%5cbar:big%24money:8.%01', 'cpe:2.3:a:foo\\\\bar:big\\$money:8.?:*:*:*:*:*:*:*'],
  ['cpe:2.3:a:gnu:c\\+\\+:1\\:2:*:*:*:*:*:*:*', 'cpe:2.3:a:gnu:c\\+\\+:1\\:2:*:*:*:*:*:*:*'],
  ['cpe:2.3:a:GNU:c++:1', 'cpe:2.3:a:gnu:c\\+\\+:1:*:*:*:*:*:*:*'],
])('%s is %s', (text, canonical) => {
  const cpe = parseCpe(text);

  expect(formatCpe23(cpe)).toBe(canonical);
  expect(parseCpe(formatCpe22(cpe))).toEqual(cpe);
});

test.each([
  ['openssl', 'no-cpe'],
  ['cpe:2.3:a', 'no-cpe'],
  ['cpe:2.3:x:a:b:1:*:*:*:*:*:*:*', 'bad-part'],
  ['cpe:/:a:b', 'bad-part'],
  ['cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*', 'too-many-parts'],
  ['cpe:/a:b:c:1:2:3:4:5', 'too-many-parts'],
  ['cpe:2.3:a:b b:c:1', 'bad-value'],
  ['cpe:/a:b%zz:c', 'bad-encoding'],
])('%s breaks the rule %s', (text, rule) => expect(() => parseCpe(text)).toThrow(expect.objectContaining({ rule })));

test('any plain text survives both forms', () => {
  const text = fc.stringMatching(/^[!-~]{1,12}$/).map((value) => value.toLowerCase());
  fc.assert(
    fc.property(text, text, text, (vendor, product, version) => {
      const cpe = {
        ...parseCpe('cpe:/a:v:p'),
        vendor: fromLiteral(vendor),
        product: fromLiteral(product),
        version: fromLiteral(version),
      };

      const written = [formatCpe23(cpe), formatCpe22(cpe)].map(parseCpe);

      expect(written).toEqual([cpe, cpe]);
      expect(written.map((read) => literalOf(read.version))).toEqual([version, version]);
    }),
    { numRuns: 2_000 },
  );
});

test('any text is read or refused', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'cpe:/2.3aoh*?-\\%~é ', 'cpe:2.3:a:', 'cpe:/a:')), (letters) => {
      try {
        const canonical = formatCpe23(parseCpe(letters.join('')));
        expect(formatCpe23(parseCpe(canonical))).toBe(canonical);
      } catch (fault) {
        expect(fault).toMatchObject({ name: 'CpeFault' });
      }
    }),
    { numRuns: 20_000 },
  );
});
