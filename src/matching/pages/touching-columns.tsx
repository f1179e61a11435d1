import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Id } from '#kit/Id';
import { type Column, Lines, None } from '#kit/Table';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { Touching } from '../contract.ts';
import { type Cause, newForDays } from '../model.ts';
import { FixWords } from './FixWords.tsx';
import { MatchChip } from './MatchChip.tsx';
import classes from './match.module.css';
import { Severity } from './Severity.tsx';
import { text } from './text.ts';
import { VulnerabilityName } from './VulnerabilityName.tsx';

/**
 * The columns of vulnerabilities that touch us: one line each, several releases folded.
 * @param marks  'new' where what is new stands among the rest
 */
export function useTouchingColumns(marks: 'new' | 'none'): Column<Touching>[] {
  const { columns } = useText(text);
  return [
    {
      key: 'severity',
      title: columns.severity,
      phone: 'lead',
      cell: ({ vulnerability }) => <Severity of={vulnerability} />,
    },
    {
      ...{ key: 'vulnerability', title: columns.vulnerability, phone: 'title' },
      cell: ({ vulnerability, firstSeenAt }) => (
        <VulnerabilityName of={vulnerability} isNew={marks === 'new' && isNew(firstSeenAt)} />
      ),
    },
    { key: 'where', title: columns.where, phone: 'main', cell: (row) => <Where row={row} /> },
    {
      ...{ key: 'units', title: columns.units, number: true, phone: 'beside', unit: columns.unit },
      cell: ({ counts }) => (counts.units > 0 ? countText(counts.units) : <None />),
    },
    { key: 'result', title: columns.result, phone: 'corner', cell: ({ match }) => <MatchChip value={match} /> },
    {
      ...{ key: 'firstSeen', title: columns.cause, phone: 'hidden' },
      cell: ({ cause, firstSeenAt }) =>
        cause ? (
          <Lines main={<CauseWords what={cause.what} />} sub={<Time at={cause.at} />} />
        ) : (
          <Time at={firstSeenAt} />
        ),
    },
  ];
}

/** What the page counts as new is marked as such where it stands. */
const isNew = (firstSeenAt: string): boolean =>
  Temporal.Instant.compare(firstSeenAt, Temporal.Now.instant().subtract({ hours: newForDays * 24 })) >= 0;

/** What brought a match result about. */
export function CauseWords({ what }: { what: Cause }): ReactNode {
  return <span className={classes.together}>{useText(text).causes[what]}</span>;
}

function Where({ row }: { row: Touching }): ReactNode {
  const words = useText(text);
  const { release, component, technology, fixes } = row.example;
  const { model, slug } = release;
  const place = (
    <Link
      to={'/products/$model/$release' as never}
      params={{ model: model.slug, release: slug } as never}
      search={{ row: row.vulnerability.name } as never}
      aria-label={words.evidenceIn(releaseLabel(release), row.vulnerability.name)}
    >
      <ReleaseWords release={release} />
    </Link>
  );
  return (
    <Lines
      main={
        <>
          {place}{' '}
          {row.moreReleases > 0 ? (
            <span className={classes.together}>{words.moreReleases(row.moreReleases)}</span>
          ) : null}
        </>
      }
      sub={component ? <ComponentAndFix component={component} fixes={fixes} /> : words.byTechnology(technology ?? '')}
    />
  );
}

type Release = Touching['example']['release'];

/** A release by its model, its version and, where two differ in nothing else, its hardware. */
export function ReleaseWords({ release }: { release: Release }): ReactNode {
  return (
    <>
      <Id>{release.model.name}</Id> <Id>{versionLabel(release)}</Id>
    </>
  );
}

const versionLabel = ({ version, hardware }: Release): string => [version, hardware].filter(Boolean).join(' ');

const releaseLabel = (release: Release): string => `${release.model.name} ${versionLabel(release)}`;

/** A component, and up to which version it is affected. */
export function ComponentAndFix(props: { component: Component; fixes: Touching['example']['fixes'] }): ReactNode {
  return (
    <span className={classes.pair}>
      <ComponentWords component={props.component} />
      <FixWords fixes={props.fixes} />
    </span>
  );
}

type Component = { name: string; version: string | null };

/** A component with its version, or the words that none is stated. */
export function ComponentWords({ component }: { component: Component }): ReactNode {
  const words = useText(text);
  return (
    <span>
      {component.name}
      {component.version === null ? words.noVersion : <> {<Id>{component.version}</Id>}</>}
    </span>
  );
}
