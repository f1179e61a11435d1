import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { severities } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import { type Column, None } from '#kit/Table';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { useMay } from '#platform/browser/person';
import type { Touched } from '../../contract.ts';
import { text as matchingText } from '../../text.ts';

import { fieldTouchedQuery, touchedQuery } from '../queries.ts';
import { text } from '../text.ts';
import classes from './products.module.css';

/** A line, model or release in a list of products, and how it is called. */
export type Whole = { id: string; name: string } & (
  | { of: 'line' | 'model' }
  | { of: 'release'; model: string; release: string }
);
/** The ids that are shown, by what they are. */
export type Shown = Record<Whole['of'], string[]>;

/** Few lines at once: one may hold hundreds of models. */
const atOnce: Record<Whole['of'], number> = { line: 10, model: 50, release: 50 };

const Numbers = createContext<ReadonlyMap<string, Touched>>(new Map());

/** What touches the shown products, for the cells below it; asked for in parts, so that the rows never wait for it. */
export function TouchedNumbers({ shown, children }: { shown: Shown; children: ReactNode }): ReactNode {
  const mayRead = useMay('vulnerability:read');
  const parts = (Object.keys(atOnce) as Whole['of'][]).flatMap((of) =>
    Array.from({ length: Math.ceil(shown[of].length / atOnce[of]) }, (_, at) =>
      touchedQuery(of, shown[of].slice(at * atOnce[of], (at + 1) * atOnce[of])),
    ),
  );
  const numbers = useQueries({
    queries: mayRead ? parts : [],
    combine: (found) => new Map(found.flatMap(({ data }) => data?.items.map((item) => [item.id, item] as const) ?? [])),
  });
  return <Numbers value={numbers}>{children}</Numbers>;
}

/** What applies, by severity, and what may apply; no columns for those who may not see vulnerabilities. */
export function useMatchColumns(): Column<Whole>[] {
  const words = useText(text).products;
  const results = useText(matchingText).results;
  const mayRead = useMay('vulnerability:read');
  return useMemo(() => {
    if (!mayRead) return [];
    return [
      {
        ...{ key: 'applies', title: words.title, head: <Head />, phone: 'main' as const },
        cell: (whole: Whole) => <Applies of={whole} />,
      },
      {
        ...{ key: 'may-apply', title: results['may-apply'], number: true, phone: 'hidden' as const },
        cell: (whole: Whole) => <Count of={whole} severity={null} />,
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
function Applies(props: { of: Whole }): ReactNode {
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
function Count({ of: whole, severity }: { of: Whole; severity: Severity | null }): ReactNode {
  const words = useText(text).products;
  const names = useText(intelligenceText).severities;
  const results = useText(matchingText).results;
  const numbers = useContext(Numbers).get(whole.id);
  if (!numbers) return null;
  const count = severity === null ? numbers.mayApply : numbers.applies[severity];
  if (count === 0) return <None />;
  const match = severity === null ? 'may-apply' : 'applies';
  const search = { match, ...(severity === null ? {} : { severity }) };
  const what = severity === null ? results['may-apply'] : words.appliesIn(names[severity]);
  const to =
    whole.of === 'release'
      ? {
          to: '/products/$model/$release' as never,
          params: { model: whole.model, release: whole.release } as never,
          search: search as never,
        }
      : { to: '/vulnerabilities' as never, search: { [whole.of]: whole.id, ...search } as never };
  return (
    <Link {...to} className={classes.count} aria-label={words.count(whole.name, what, count)}>
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
