import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text as intelligenceText } from '#intelligence/text';
import { ButtonLink } from '#kit/Button';
import { Panel } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { useMay } from '#platform/browser/person';
import type { Today } from '../../contract.ts';
import classes from '../match.module.css';
import { text } from '../text.ts';
import { type ListedRelease, productCountsQuery, releasesLackingQuery, waitingPhrasesQuery } from './product-counts.ts';

const namesShown = 3;

/** What cannot be compared: red numbers with where they are and a button, never left out as zero. */
export function Lacking({ today }: { today: Today | undefined }): ReactNode {
  const words = useText(text).today;
  const mayRead = useMay('product:read');
  const withoutSbom = useQuery({ ...productCountsQuery, enabled: mayRead }).data?.all.withoutSbom;
  return (
    <Panel title={words.lacking} aside={words.lackingNote}>
      {today && (!mayRead || withoutSbom !== undefined) ? (
        <>
          <Unidentified count={today.unidentified} mayRead={mayRead} />
          <Phrases count={today.phrases} />
          {mayRead ? <WithoutSbom count={withoutSbom ?? 0} /> : null}
        </>
      ) : (
        <Skeleton rows={4} />
      )}
    </Panel>
  );
}

function Unidentified({ count, mayRead }: { count: number; mayRead: boolean }): ReactNode {
  const words = useText(text).today;
  const found = useQuery({ ...releasesLackingQuery('identity'), enabled: mayRead && count > 0 }).data;
  const first = found?.items[0];
  const nameOf = (release: ListedRelease) => words.unidentifiedIn(labelOf(release), release.unidentified);
  return (
    <Line
      count={count}
      what={words.unidentified}
      why={<Names {...{ found, nameOf }} tab="unidentified" instead={words.unidentifiedSub} />}
    >
      {first ? <ToRelease of={first} tab="unidentified" words={words.toUnidentified} /> : null}
    </Line>
  );
}

function Phrases({ count }: { count: number }): ReactNode {
  const words = useText(text).today;
  const { sources } = useText(intelligenceText);
  const first = useQuery({ ...waitingPhrasesQuery, enabled: count > 0 }).data?.items[0];
  return (
    <Line
      count={count}
      what={words.phrases}
      why={first ? words.quoted(sources[first.source], first.phrase) : words.phrasesSub}
    >
      <ButtonLink size="small" to={'/vulnerabilities/phrases' as never}>
        {words.toPhrases}
      </ButtonLink>
    </Line>
  );
}

function WithoutSbom({ count }: { count: number }): ReactNode {
  const words = useText(text).today;
  const found = useQuery({ ...releasesLackingQuery('sbom'), enabled: count > 0 }).data;
  const nameOf = (release: ListedRelease) => words.unitsOf(labelOf(release), release.units);
  return (
    <Line
      count={count}
      what={words.withoutSbom}
      why={<Names {...{ found, nameOf }} tab="components" instead={words.withoutSbomSub} />}
    >
      <ButtonLink size="small" to="/products" search={{ missing: 'sbom' } as never}>
        {words.toWithoutSbom}
      </ButtonLink>
    </Line>
  );
}

const labelOf = ({ model, version }: ListedRelease) => `${model.name} ${version}`;

type Found = { items: ListedRelease[]; next: string | null } | undefined;

/** The first releases by name, each a link; until they are there the words that explain the number. */
function Names(props: {
  found: Found;
  nameOf: (release: ListedRelease) => string;
  tab: 'unidentified' | 'components';
  instead: string;
}): ReactNode {
  const words = useText(text).today;
  const { language } = useLanguage();
  const items = props.found?.items.slice(0, namesShown) ?? [];
  if (items.length === 0) return props.instead;
  const isMore = props.found?.next !== null || props.found.items.length > namesShown;
  return (
    <>
      {items.map((release, at) => (
        <span key={release.id}>
          {at > 0 ? (language === 'ja' ? '、' : ', ') : ''}
          <wbr />
          <Link className={classes.together} {...wayTo(release, props.tab)}>
            {props.nameOf(release)}
          </Link>
        </span>
      ))}
      {isMore ? ` ${words.andMore}` : ''}
    </>
  );
}

const wayTo = (release: ListedRelease, tab: string) => ({
  to: '/products/$model/$release' as never,
  params: { model: release.model.slug, release: release.slug } as never,
  search: { tab } as never,
});

function ToRelease(props: { of: ListedRelease; tab: string; words: string }): ReactNode {
  return (
    <ButtonLink size="small" {...wayTo(props.of, props.tab)}>
      {props.words}
    </ButtonLink>
  );
}

function Line(props: { count: number; what: string; why: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className={classes.lacking}>
      <b data-none={props.count === 0 || undefined}>{countText(props.count)}</b>
      <span>
        {props.what}
        <span className={classes.sub}>{props.why}</span>
      </span>
      {props.count > 0 ? (props.children ?? <span />) : <span />}
    </div>
  );
}
