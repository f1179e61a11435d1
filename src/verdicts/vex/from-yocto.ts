import type { CveCheck } from '#formats/yocto';
import type { Justification, VerdictStatus } from '../model.ts';
import type { UnreadStatement, VexReading, VexStatement } from './model.ts';

type Said = { status: VerdictStatus; justification: Justification | null };

/** What a recipe's own words for a status mean. A disputed one and one that is not to be fixed are no reason of VEX. */
const byDetail: Readonly<Record<string, Said>> = {
  'cpe-incorrect': { status: 'not-affected', justification: 'component-not-present' },
  'not-applicable-config': { status: 'not-affected', justification: 'vulnerable-code-not-present' },
  'not-applicable-platform': { status: 'not-affected', justification: 'vulnerable-code-not-present' },
  'vulnerable-investigating': { status: 'under-investigation', justification: null },
};
const byStatus: Readonly<Record<string, Said>> = {
  Patched: { status: 'fixed', justification: null },
  Ignored: { status: 'not-affected', justification: null },
};

/**
 * The statuses of a build's report. "Unpatched" alone is what its tool compared, and states nothing.
 * Not said there: who says it and when.
 * @source Yocto Project, cve-check-map.conf
 */
export function fromYocto({ package: packages }: CveCheck): VexReading {
  const statements: VexStatement[] = [];
  const unread: UnreadStatement[] = [];
  packages.forEach(({ name, version, issue = [] }, at) => {
    issue.forEach(({ id, status, detail = '', description = '' }, index) => {
      const said = byDetail[detail] ?? byStatus[status];
      const part = { name, version: version ?? null, purl: null, cpe: null };
      if (!said) {
        unread.push({ vulnerability: id, product: name, place: `/package/${at}/issue/${index}`, why: 'no-status' });
        return;
      }
      const isSafe = said.status === 'not-affected';
      const text = [detail, description].filter(Boolean).join(': ');
      statements.push({
        ...{ vulnerability: id, aliases: [], ...said, impact: isSafe ? text : '', note: isSafe ? '' : text },
        ...{ action: '', response: null, product: null, part, at: null },
      });
    });
  });
  return { head: { id: '', author: '', at: null, version: 1 }, statements, unread };
}
