import type { ReactNode } from 'react';
import { Label } from '#kit/Chip';
import { Panel } from '#kit/Panel';
import type { Column } from '#kit/Table';
import { useText } from '#platform/browser/language';
import type { RegisterPreview } from '../../register-preview.ts';
import { registersText } from '../../registers-text.ts';
import { text as products } from '../import-text.ts';
import { InSteps, PreviewedImport } from '../PreviewedImport.tsx';
import shared from '../products.module.css';
import { FactDifferences } from '../release/FactDifferences.tsx';
import { text } from './files-text.ts';

type Entry = RegisterPreview['entries'][number];

/** What a file of a register would do, entry by entry. */
export function PreviewedEntries(props: {
  preview: RegisterPreview;
  canApply: boolean;
  apply: { busy: boolean; run: () => void };
}): ReactNode {
  const words = useText(text);
  const { result } = useText(products).import;
  const { columns, wrong } = useText(registersText);
  const { counts, entries } = props.preview;
  const count = counts.created + counts.changed;
  const problemWords = ({ rule, details }: RegisterPreview['problems'][number]) => {
    if (rule === 'too-many-rows') return words.tooMany;
    if (rule !== 'column-missing') return undefined;
    const keys = String(details.keys).split(' ') as (keyof typeof columns)[];
    return words.missing(keys.map((key) => columns[key]).join(words.separator));
  };
  return (
    <PreviewedImport
      preview={props.preview}
      answer={count === 0 ? words.same : result(counts.created, counts.changed, counts.unchanged)}
      columnName={({ key }: RegisterPreview['errors'][number]) => columns[key]}
      instead={({ rule, details }) => wrong[rule](details)}
      problemWords={problemWords}
      apply={props.canApply ? { label: words.apply(count), ...props.apply } : null}
    >
      {count > 0 ? <Changes entries={entries} count={count} /> : null}
    </PreviewedImport>
  );
}

function Changes({ entries, count }: { entries: Entry[]; count: number }): ReactNode {
  const { entry, firstEntries } = useText(text);
  const words = useText(products).import;
  const columns: Column<Entry>[] = [
    { key: 'row', title: words.row, number: true, phone: 'hidden', cell: ({ row }) => row },
    { key: 'entry', title: entry, phone: 'title', cell: ({ title }) => <b>{title}</b> },
    {
      key: 'what',
      title: words.what,
      phone: 'corner',
      cell: ({ what }) => <Label>{what === 'create' ? words.create : words.change}</Label>,
    },
    { key: 'difference', title: words.difference, cell: ({ facts }) => <FactDifferences facts={facts} /> },
  ];
  return (
    <Panel title={words.changes}>
      <InSteps label={words.changes} columns={columns} rows={entries} idOf={({ entryId }) => entryId} />
      {entries.length < count ? <p className={shared.foot}>{firstEntries(entries.length, count)}</p> : null}
    </Panel>
  );
}
