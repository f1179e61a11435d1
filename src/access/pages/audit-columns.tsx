import { Link } from '@tanstack/react-router';
import { Chip } from '#kit/Chip';
import { type Column, Lines, None } from '#kit/Table';
import { Time } from '#kit/Time';
import type { AuditWords } from '../audit/audit-words.ts';
import { differencesOf } from '../audit/diff.ts';
import type { AuditEntry } from '../model.ts';
import type { text } from './audit-text.ts';

/** What the list shows of each line; the first cell leads to its panel. */
export function auditColumns(words: (typeof text)['en'], say: AuditWords): Column<AuditEntry>[] {
  return [
    {
      key: 'at',
      title: words.columns.at,
      cell: ({ at }) => <Time at={at} />,
    },
    {
      key: 'who',
      title: words.columns.who,
      cell: (line) => <Lines main={say.actor(line)} sub={say.way(line)} />,
    },
    {
      key: 'action',
      title: words.columns.action,
      phone: 'title',
      cell: ({ id, action }) => (
        <Link
          to="."
          search={((before: Record<string, unknown>) => ({ ...before, row: id })) as never}
          resetScroll={false}
        >
          {say.action(action)}
        </Link>
      ),
    },
    {
      key: 'subject',
      title: words.columns.subject,
      cell: ({ subjectKind, subjectName, subjectId, walled }) => (
        <Lines
          main={
            <>
              {subjectName || subjectId}
              {walled ? (
                <Chip icon="lock" dashed>
                  {words.walled}
                </Chip>
              ) : null}
            </>
          }
          sub={say.kind(subjectKind)}
        />
      ),
    },
    {
      key: 'change',
      title: words.columns.change,
      phone: 'hidden',
      cell: ({ action, before, after }) => {
        const fields = differencesOf(before, after);
        if (fields.length === 0) return <None />;
        const named = fields.slice(0, 3).map(({ path }) => say.of(action).field(path));
        return fields.length > 3 ? `${named.join('・')} …` : named.join('・');
      },
    },
  ];
}
