import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { severities } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import type { CountedProduct, ProductLevel } from '#inventory/model';
import { type Column, None } from '#kit/Table';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { useMay } from '#platform/browser/person';
import type { Touched } from '../../contract.ts';
import { text as matchingText } from '../../text.ts';
import { fieldTouchedQuery, touchedQuery } from '../queries.ts';
import { text } from '../text.ts';
import classes from './products.module.css';

/** The ids that are shown, by what they are. */
export type Shown = Record<ProductLevel, string[]>;

/** Few lines at once: one may hold hundreds of models. */
const atOnce: Record<ProductLevel, number> = { line: 10, model: 50, release: 50 };

const Numbers = createContext<ReadonlyMap<string, Touched>>(new Map());

type Answer = { data?: { items: (Touched & { id: string })[] } | undefined };

// Outside of the component: the same answers give the same map, and a tick in the tree draws no number anew.
const byId = (answers: Answer[]): ReadonlyMap<string, Touched> =>
  new Map(answers.flatMap(({ data }) => data?.items.map((item) => [item.id, item] as const) ?? []));

/** What touches the shown products, for the cells below it; asked for in parts, so that the rows never wait for it. */
export function TouchedNumbers({ shown, children }: { shown: Shown; children: ReactNode }): ReactNode {
  const mayRead = useMay('vulnerability:read');
  const parts = (Object.keys(atOnce) as ProductLevel[]).flatMap((of) =>
    Array.from({ length: Math.ceil(shown[of].length / atOnce[of]) }, (_, at) =>
      touchedQuery(of, shown[of].slice(at * atOnce[of], (at + 1) * atOnce[of])),
    ),
  );
  const numbers = useQueries({ queries: mayRead ? parts : [], combine: byId });
  return <Numbers value={numbers}>{children}</Numbers>;
}

/** What applies, by severity, and what may apply; no columns for those who may not see vulnerabilities. */
export function useMatchColumns(): Column<CountedProduct>[] {
  const words = useText(text).products;
  const results = useText(matchingText).results;
  const mayRead = useMay('vulnerability:read');
  return useMemo(() => {
    if (!mayRead) return [];
    return [
      {
        ...{ key: 'applies', title: words.title, head: <Head />, phone: 'main' as const },
        cell: (product: CountedProduct) => <Applies of={product} />,
      },
      {
        ...{ key: 'may-apply', title: results['may-apply'], number: true, phone: 'hidden' as const },
        cell: (product: CountedProduct) => <Count of={product} severity={null} />,
      },
    ];
  }, [words, results, mayRead]);
}

const bySeverity = [...severities].reverse();

/** The same numbers of everything in the field, by the keys of the columns. */
export function useFieldSums(): Record<string, ReactNode> {
  const { data } = useQuery({ ...fieldTouchedQuery, enabled: useMay('vulnerability:read') });
  const names = useText(text).products.short;
  if (!data) return {};
  return {
    applies: (
      <span className={classes.counts}>
        {bySeverity.map((severity) => (
          <span key={severity} data-label={names[severity]}>
            <Numbered count={data.applies[severity]} severity={severity} />
          </span>
        ))}
      </span>
    ),
    'may-apply': <Numbered count={data.mayApply} severity={null} />,
  };
}

function Head(): ReactNode {
  const words = useText(text).products;
  return (
    <span className={classes.countsHead}>
      <span>{words.applies}</span>
      <span className={classes.counts}>
        {bySeverity.map((severity) => (
          <span key={severity}>{words.short[severity]}</span>
        ))}
      </span>
    </span>
  );
}

/** One line, also on a phone, where what may apply is in it: it has its room before the numbers have come. */
function Applies(props: { of: CountedProduct }): ReactNode {
  const words = useText(text).products;
  const results = useText(matchingText).results;
  const numbers = useContext(Numbers).get(props.of.id);
  const isNothing =
    numbers && numbers.mayApply + bySeverity.reduce((sum, severity) => sum + numbers.applies[severity], 0) === 0;
  return (
    <span className={classes.counts}>
      <b>{words.applies}</b>
      {bySeverity.map((severity) => (
        <span key={severity} data-label={words.short[severity]}>
          <Count of={props.of} severity={severity} />
        </span>
      ))}
      <span className={classes.onPhone} data-label={results['may-apply']}>
        <Count of={props.of} severity={null} />
      </span>
      {isNothing ? (
        <b>
          <None />
        </b>
      ) : null}
    </span>
  );
}

type Severity = (typeof severities)[number];

/** A number that leads to what it counts. */
function Count({ of: product, severity }: { of: CountedProduct; severity: Severity | null }): ReactNode {
  const words = useText(text).products;
  const names = useText(intelligenceText).severities;
  const results = useText(matchingText).results;
  const numbers = useContext(Numbers).get(product.id);
  if (!numbers) return null;
  const count = severity === null ? numbers.mayApply : numbers.applies[severity];
  if (count === 0) return <None />;
  const match = severity === null ? 'may-apply' : 'applies';
  const search = { match, ...(severity === null ? {} : { severity }) };
  const what = severity === null ? results['may-apply'] : words.appliesIn(names[severity]);
  const to =
    product.of === 'release'
      ? {
          to: '/products/$model/$release' as never,
          params: { model: product.model, release: product.release } as never,
          search: search as never,
        }
      : { to: '/vulnerabilities' as never, search: { [product.of]: product.id, ...search } as never };
  return (
    <Link {...to} className={classes.count} aria-label={words.count(product.name, what, count)}>
      <Numbered count={count} severity={severity} />
    </Link>
  );
}

function Numbered({ count, severity }: { count: number; severity: Severity | null }): ReactNode {
  if (count === 0) return <None />;
  return (
    <span className={classes.counted} data-severity={severity ?? undefined}>
      {countText(count)}
    </span>
  );
}
