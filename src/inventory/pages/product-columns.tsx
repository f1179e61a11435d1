import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Id } from '#kit/Id';
import { type Column, Lines, None, Note } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ListedLine, ListedModel } from '../contract.ts';
import { standingOf } from '../model.ts';
import { text as inventoryText } from '../text.ts';
import { OwnerCell } from './OwnerCell.tsx';
import classes from './products.module.css';
import { countryNames, dayWords, timeLeft } from './support-words.ts';
import { text } from './text.ts';

/** A row of the tree: a line, one of its models, or what stands there until models have come. */
export type ProductRow =
  | { kind: 'line'; line: ListedLine }
  | { kind: 'model'; model: ListedModel }
  | { kind: 'waiting' }
  | { kind: 'more'; line: ListedLine };

/** The columns of the tree. `today` is the server's day, `actions` stand beside the name of a line. */
export function useProductColumns(options: {
  today: string;
  actions: (line: ListedLine) => ReactNode;
  onMore: (lineId: string) => void;
}): Column<ProductRow>[] {
  const { language } = useLanguage();
  const words = useText(text).products;
  const kinds = useText(inventoryText).kinds;
  const { columns } = words;
  const ofModel = (cell: (model: ListedModel) => ReactNode) => (row: ProductRow) =>
    row.kind === 'model' ? cell(row.model) : null;

  return [
    {
      key: 'name',
      title: columns.name,
      phone: 'title',
      cell: (row) => {
        if (row.kind === 'waiting') return <span className={classes.quiet}>{words.loading}</span>;
        if (row.kind === 'more')
          return (
            <button type="button" className={classes.open} onClick={() => options.onMore(row.line.id)}>
              {words.showMore(row.line.name)}
            </button>
          );
        if (row.kind === 'line')
          return (
            <span className={classes.name}>
              <span className={classes.lineName}>{row.line.name}</span>
              <Note>{words.lineNote(row.line.models - row.line.others, row.line.others, row.line.partNumbers)}</Note>
              {options.actions(row.line)}
            </span>
          );
        return (
          <span className={classes.name}>
            <Link to="/products/$model" params={{ model: row.model.slug } as never}>
              {row.model.name}
            </Link>
            {row.model.note ? <Note>{row.model.note}</Note> : null}
          </span>
        );
      },
    },
    { key: 'kind', title: columns.kind, phone: 'corner', cell: ofModel(({ kind }) => kinds[kind]) },
    {
      key: 'part-numbers',
      title: columns.partNumbers,
      number: true,
      phone: 'hidden',
      cell: (row) => {
        if (row.kind === 'line') return countText(row.line.partNumbers);
        if (row.kind !== 'model') return null;
        return row.model.partNumbers > 0 ? countText(row.model.partNumbers) : <None />;
      },
    },
    {
      key: 'markets',
      title: columns.markets,
      cell: ofModel(({ markets }) => (markets.length > 0 ? countryNames(markets, language) : words.notSaid)),
    },
    {
      key: 'security',
      title: columns.security,
      cell: (row) => {
        if (row.kind === 'model') return <SecurityEnd model={row.model} today={options.today} />;
        if (row.kind !== 'line' || !row.line.nextSecurityEndOn) return null;
        return <span className={classes.quiet}>{words.next(dayWords(row.line.nextSecurityEndOn, language))}</span>;
      },
    },
    {
      key: 'owner',
      title: columns.owner,
      cell: (row) => {
        if (row.kind === 'model') return <OwnerCell owner={row.model.owner} />;
        return row.kind === 'line' && row.line.owners.length === 1 ? (
          <OwnerCell owner={row.line.owners[0] ?? null} />
        ) : null;
      },
    },
    {
      key: 'successor',
      title: columns.successor,
      phone: 'hidden',
      cell: ofModel(({ successor }) =>
        successor ? (
          <Link to="/products/$model" params={{ model: successor.slug } as never}>
            <Id>{successor.name}</Id>
          </Link>
        ) : (
          <None />
        ),
      ),
    },
  ];
}

function SecurityEnd(props: { model: ListedModel; today: string }): ReactNode {
  const { language } = useLanguage();
  const words = useText(text).products;
  const { securityEndsOn, kind } = props.model;
  if (securityEndsOn === null)
    return kind === 'service' ? <None /> : <span className={classes.alert}>{words.notSaid}</span>;
  const standing = standingOf(securityEndsOn, props.today);
  const day = (
    <time
      dateTime={securityEndsOn}
      className={standing === 'ended' ? `${classes.days} ${classes.alert}` : classes.days}
    >
      {dayWords(securityEndsOn, language)}
    </time>
  );
  return (
    <Lines main={day} sub={standing === 'ended' ? words.support.ended : timeLeft(securityEndsOn, props.today, words)} />
  );
}
