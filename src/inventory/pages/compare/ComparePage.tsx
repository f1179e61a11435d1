import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { SelectField } from '#kit/Field';
import { FilterBar } from '#kit/FilterBar';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { oneOf, useUrlState, word } from '#kit/UrlState';
import { ViewTabs } from '#kit/ViewTabs';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { type ComparisonSummary, componentChanges } from '../../contract/exports.ts';
import type { ReleasePage } from '../../contract/releases.ts';
import { AtAddress } from '../release/AtAddress.tsx';
import { type AskedComparison, comparisonQuery, releasesOfModelQuery } from '../release/queries.ts';
import classes from '../release/release.module.css';
import { text as releaseText } from '../release/release-text.ts';
import { labelOf, titleOf } from '../release/release-title.ts';
import { ComparedTable } from './ComparedTable.tsx';
import { ComparedWhole } from './ComparedWhole.tsx';
import { text } from './compare-text.ts';

// Which release it is compared with is no condition on the rows: saved views are those of every comparison.
const params = { change: oneOf(['', ...componentChanges], ''), q: word() };
const withParams = { with: word() };

/** What differs in a release from another one of its model: the one before, unless the address names one. */
export function ComparePage(): ReactNode {
  const words = useText(text);
  return <AtAddress title={words.here} page={(release) => <Comparing release={release} />} />;
}

function Comparing({ release }: { release: ReleasePage }): ReactNode {
  const words = useText(text);
  const [view] = useUrlState(withParams);
  const found = useQuery(releasesOfModelQuery(release.model.id));
  const all = found.data?.items;
  if (!all && found.isError)
    return (
      <>
        <Head release={release} title={titleOf(release)} />
        <LoadProblem thrown={found.error} retry={() => found.refetch()} />
      </>
    );
  if (!all) return <Skeleton rows={8} />;
  const others = all.filter(({ id }) => id !== release.id);
  const before = others.find(({ slug }) => slug === view.with) ?? release.previous ?? others[0];
  if (before) return <Compared key={before.id} release={release} before={before} others={others} />;
  return (
    <>
      <Head release={release} title={titleOf(release)} />
      <Panel>
        <EmptyState
          why={words.noOther}
          next={words.noOtherNext}
          action={
            <ButtonLink
              to="/products/$model/$release"
              params={{ model: release.model.slug, release: release.slug } as never}
            >
              {words.back}
            </ButtonLink>
          }
        />
      </Panel>
    </>
  );
}

interface Other {
  id: string;
  slug: string;
  version: string;
  hardware: { name: string } | null;
}

function Compared(props: { release: ReleasePage; before: Other; others: Other[] }): ReactNode {
  const { release, before, others } = props;
  const words = useText(text);
  const [view, change] = useUrlState(params);
  const [other, compareWith] = useUrlState(withParams);
  const asked = {
    with: before.id,
    ...(view.change ? { change: view.change } : {}),
    ...(view.q.trim() ? { q: view.q.trim() } : {}),
  };
  const found = useInfiniteQuery(comparisonQuery(release.id, asked));
  const summary = found.data?.pages[0];
  return (
    <>
      <Head
        release={release}
        title={words.title(release.model.name, labelOf(before), labelOf(release))}
        answer={summary ? <Answer totals={summary.totals} /> : null}
        actions={<Export releaseId={release.id} asked={asked} />}
      />
      <div className={classes.with}>
        <SelectField
          label={words.with}
          name="with"
          options={others.map((one) => ({
            value: one.slug,
            label: labelOf(one),
          }))}
          value={before.slug}
          onChange={(event) => compareWith({ with: event.currentTarget.value })}
        />
      </div>
      <Kinds summary={summary} shown={view.change} withSlug={other.with} />
      <FilterBar
        search={{ label: words.search, value: view.q, onChange: (q) => change({ q }, 'same') }}
        filters={[]}
        result={summary ? words.unchanged(countText(summary.totals.unchanged)) : undefined}
      />
      {summary && !view.change && !view.q ? <ComparedWhole summary={summary} /> : null}
      <Panel>
        <ComparedTable
          found={found}
          before={labelOf(before)}
          after={labelOf(release)}
          isFiltered={asked.q !== undefined || asked.change !== undefined}
        />
      </Panel>
    </>
  );
}

function Head(props: { release: ReleasePage; title: string; answer?: ReactNode; actions?: ReactNode }): ReactNode {
  const { model, slug } = props.release;
  const words = useText(text);
  const { crumb } = useText(releaseText);
  return (
    <PageHead
      title={props.title}
      here={words.here}
      answer={props.answer}
      actions={props.actions}
      crumbs={[
        { label: crumb, to: '/products' },
        { label: model.name, to: `/products/${model.slug}` },
        { label: labelOf(props.release), to: `/products/${model.slug}/${slug}` },
      ]}
    />
  );
}

function Answer({ totals }: { totals: ComparisonSummary['totals'] }): ReactNode {
  const words = useText(text);
  const { added, removed, version, identity, licence } = totals;
  if (added + removed + version + identity + licence === 0) return words.same;
  return words.answer(countText(added), countText(removed), countText(version));
}

/** Each kind of difference with its count, as views of the same list. */
function Kinds(props: { summary: ComparisonSummary | undefined; shown: string; withSlug: string }): ReactNode {
  const words = useText(text);
  const { summary, shown, withSlug } = props;
  const same = withSlug ? { with: withSlug } : {};
  return (
    <ViewTabs
      list="comparison"
      params={params}
      label={words.views}
      tabs={[
        { label: words.all, to: '.', search: same, current: shown === '' },
        ...componentChanges.map((kind) => ({
          label: words.changes[kind],
          to: '.',
          search: { ...same, change: kind },
          current: shown === kind,
          ...(summary ? { count: summary.totals[kind] } : {}),
        })),
      ]}
    />
  );
}

function Export(props: { releaseId: string; asked: AskedComparison }): ReactNode {
  const { language } = useLanguage();
  return (
    <ExportButton
      href={(format) =>
        `/api/releases/${props.releaseId}/comparison/export?${new URLSearchParams({ ...props.asked, format, language })}`
      }
    />
  );
}
