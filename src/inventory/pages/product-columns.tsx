import { type ReactNode, useMemo } from 'react';
import { type Column, Note } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import type { Language, Like } from '#platform/browser/texts';
import type { ListedLine } from '../contract.ts';
import type { CountedProduct } from '../model.ts';
import { text } from './list-text.ts';
import { countedOf, useMatchesOfProducts } from './matches-of-products.tsx';
import { OwnerCell } from './OwnerCell.tsx';
import {
  LastBuild,
  LineOwners,
  ModelName,
  ModelParts,
  ReleaseName,
  ReleaseParts,
  ReleaseState,
  SecurityEnd,
  SumOfParts,
  Units,
} from './product-cells.tsx';
import type { ProductRow } from './product-rows.ts';
import classes from './products.module.css';
import { dayWords } from './support-words.ts';
import { text as treeText } from './tree-text.ts';

/** The columns of the tree. `today` is the server's day, `actions` stand beside the name of a line. */
export function useProductColumns({ today, actions, onMore }: Options): Column<ProductRow>[] {
  const { language } = useLanguage();
  const words = useText(text).products;
  const { columns } = useText(treeText).tree;
  const matches = useMatchesOfProducts().useColumns();
  return useMemo(() => {
    const [name, state, ...others] = columnsOf({ today, actions, onMore }, { language, words, columns });
    return [name, state, ...matches.map(ofRow), ...others].filter((column) => column !== undefined);
  }, [today, actions, onMore, language, words, columns, matches]);
}

interface Options {
  today: string;
  actions: (line: ListedLine) => ReactNode;
  onMore: (below: string) => void;
}

const ofRow = ({ cell, ...column }: Column<CountedProduct>): Column<ProductRow> => ({
  ...column,
  cell: (row) => {
    const counted = countedOf(row);
    return counted && cell(counted);
  },
});

function columnsOf(
  options: Options,
  {
    language,
    words,
    columns,
  }: {
    language: Language;
    words: Like<(typeof text.en)['products']>;
    columns: Like<(typeof treeText.en)['tree']['columns']>;
  },
): Column<ProductRow>[] {
  return [
    {
      key: 'name',
      title: columns.name,
      phone: 'title',
      sortable: true,
      cell: (row) => <Name row={row} {...options} />,
    },
    {
      key: 'state',
      title: columns.state,
      phone: 'corner',
      cell: (row) => (row.kind === 'release' ? <ReleaseState release={row.release} /> : null),
    },
    {
      key: 'parts',
      title: columns.parts,
      number: true,
      cell: (row) => {
        if (row.kind === 'line') return <SumOfParts of={row.line} />;
        if (row.kind === 'model') return <ModelParts model={row.model} />;
        return row.kind === 'release' ? <ReleaseParts release={row.release} /> : null;
      },
    },
    {
      key: 'units',
      title: columns.units,
      number: true,
      cell: (row) => {
        if (row.kind === 'line') return <Units units={row.line.units} />;
        if (row.kind === 'model') return <Units units={row.model.units} />;
        return row.kind === 'release' ? <Units units={row.release.units} /> : null;
      },
    },
    {
      key: 'security-end',
      title: columns.security,
      sortable: true,
      cell: (row) => {
        if (row.kind === 'model') return <SecurityEnd model={row.model} today={options.today} />;
        if (row.kind !== 'line' || !row.line.nextSecurityEndOn) return null;
        return <span className={classes.quiet}>{words.next(dayWords(row.line.nextSecurityEndOn, language))}</span>;
      },
    },
    {
      key: 'rebuilt',
      title: columns.rebuilt,
      cell: (row) => (row.kind === 'model' ? <LastBuild model={row.model} today={options.today} /> : null),
    },
    {
      key: 'owner',
      title: columns.owner,
      cell: (row) => {
        if (row.kind === 'model') return <OwnerCell owner={row.model.owner} />;
        return row.kind === 'line' ? <LineOwners owners={row.line.owners} /> : null;
      },
    },
  ];
}

function Name(props: {
  row: ProductRow;
  actions: (line: ListedLine) => ReactNode;
  onMore: (below: string) => void;
}): ReactNode {
  const words = useText(text).products;
  const { row } = props;
  if (row.kind === 'model') return <ModelName model={row.model} />;
  if (row.kind === 'release') return <ReleaseName release={row.release} />;
  if (row.kind === 'waiting') return <span className={classes.quiet}>{words.loading}</span>;
  if (row.kind === 'more')
    return (
      <>
        <button type="button" className={classes.open} onClick={() => props.onMore(row.below)}>
          {words.showMore(row.name)}
        </button>
        <b data-print>{words.notPrinted(row.name)}</b>
      </>
    );
  const { name, models, others, partNumbers } = row.line;
  return (
    <span className={classes.name}>
      <span className={classes.lineName}>{name}</span>
      <span className={classes.lineNote}>
        <Note>{words.lineNote(models - others, others, partNumbers)}</Note>
        {props.actions(row.line)}
      </span>
    </span>
  );
}
