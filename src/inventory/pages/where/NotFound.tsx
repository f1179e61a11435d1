import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { Id } from '#kit/Id';
import { Note } from '#kit/Table';
import { useText } from '#platform/browser/language';
import { mostCountedReleases, type WhereCounts } from '../../contract/components.ts';
import { commonNamesQuery, similarNamesQuery } from './queries.ts';
import classes from './where.module.css';
import { isNarrowed, type WhereState } from './where-state.ts';
import { text } from './where-text.ts';

const page = '/products/components';

/** Before something is asked, or when it cannot be read: what can be asked, by examples. */
export function NoQuestion({ kind }: { kind: 'first' | 'unreadable' }): ReactNode {
  const words = useText(text);
  const { why, next } = words[kind];
  return (
    <EmptyState
      why={why}
      next={
        <>
          <Questions lead={next} questions={Object.values(words.examples)} />
          {kind === 'first' ? <Common /> : null}
        </>
      }
    />
  );
}

/** What this maker uses most, each a question already. */
function Common(): ReactNode {
  const words = useText(text);
  const names = useQuery(commonNamesQuery).data?.items ?? [];
  if (names.length === 0) return null;
  return (
    <span className={classes.common}>
      {words.common}
      <span className={classes.questions}>
        {names.map(({ name, releases }) => (
          <span key={name} className={classes.name}>
            <Link to={page} search={{ q: name } as never}>
              <Id>{name}</Id>
            </Link>
            <Note>{words.inReleases(releases, mostCountedReleases)}</Note>
          </span>
        ))}
      </span>
    </span>
  );
}

/** Nothing was found: because of the conditions, of the versions, or because nothing has this name. */
export function NotFound(props: { state: WhereState; counts: WhereCounts | undefined }): ReactNode {
  const words = useText(text);
  const { state, counts } = props;
  if (!counts) return null;
  const { asked, name } = counts;
  if (counts.all.releases > 0 && isNarrowed(state))
    return (
      <EmptyState
        why={words.nothingFiltered}
        action={
          <ButtonLink to={page} search={{ q: state.q } as never}>
            {words.clear}
          </ButtonLink>
        }
      />
    );
  if (name === null && asked.by === 'name') return <NoSuchName name={asked.what} />;
  const what = words.asked(name ?? asked.what, asked.range);
  return asked.range === null ? (
    <EmptyState why={words.nothingInRange(what)} />
  ) : (
    <EmptyState
      why={words.nothingInRange(what)}
      action={
        <ButtonLink to={page} search={{ q: asked.what } as never}>
          {words.allVersions(name ?? asked.what)}
        </ButtonLink>
      }
    />
  );
}

function NoSuchName({ name }: { name: string }): ReactNode {
  const words = useText(text);
  const similar = useQuery(similarNamesQuery(name)).data?.items ?? [];
  return (
    <EmptyState
      why={words.nothingOfName(name)}
      next={
        similar.length > 0 ? (
          <Questions lead={words.similar} questions={similar.map((one) => one.name)} />
        ) : (
          words.noneSimilar
        )
      }
    />
  );
}

function Questions(props: { lead: string; questions: readonly string[] }): ReactNode {
  return (
    <>
      {props.lead}
      <span className={classes.questions}>
        {props.questions.map((q) => (
          <Link key={q} to={page} search={{ q } as never}>
            <Id>{q}</Id>
          </Link>
        ))}
      </span>
    </>
  );
}
