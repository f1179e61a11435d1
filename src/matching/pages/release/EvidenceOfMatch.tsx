import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text as intelligenceText } from '#intelligence/text';
import { EvidencePanel, EvidenceSection } from '#kit/Evidence';
import { FactList } from '#kit/Facts';
import { Id } from '#kit/Id';
import { LoadProblem } from '#kit/LoadProblem';
import { Skeleton } from '#kit/Skeleton';
import { useLanguage, useText } from '#platform/browser/language';
import type { Explanation } from '../../contract.ts';
import type { Opinion } from '../../model.ts';
import { rangeText } from '../../range-text.ts';
import { MatchChip } from '../MatchChip.tsx';
import classes from '../match.module.css';
import { explanationQuery } from '../queries.ts';
import { Exploited, Severity } from '../Severity.tsx';
import { text } from '../text.ts';
import { ComponentWords } from '../touching-columns.tsx';
import { rowId } from './match-state.ts';
import { RangeLine } from './RangeLine.tsx';

/** なぜ該当か: one sentence, the range as a line, what was compared, what others say. */
export function EvidenceOfMatch(props: {
  releaseId: string;
  name: string;
  component: number | null;
  onClose: () => void;
}): ReactNode {
  const words = useText(text).evidence;
  const found = useQuery(explanationQuery(props.releaseId, props.name, props.component));
  const known = found.data;
  return (
    <EvidencePanel
      label={`${words.why} ${props.name}`}
      onClose={props.onClose}
      title={
        <span className={classes.name}>
          <Id>{props.name}</Id>
          {known ? <Severity of={known.vulnerability} /> : null}
          <Exploited on={known?.vulnerability.exploitedOn ?? null} />
        </span>
      }
      action={
        <Link to={'/vulnerabilities/$name' as never} params={{ name: props.name } as never}>
          {words.page}
        </Link>
      }
    >
      {found.isError ? <LoadProblem thrown={found.error} retry={() => void found.refetch()} /> : null}
      {known ? <Explained by={known} /> : found.isError ? null : <Skeleton rows={6} />}
    </EvidencePanel>
  );
}

function Explained({ by }: { by: Explanation }): ReactNode {
  const words = useText(text).evidence;
  const { language } = useLanguage();
  const decided = by.evidence?.decided;
  return (
    <>
      <EvidenceSection title={words.why}>
        <p className={classes.sentence}>{by.sentence[language]}</p>
        <MatchChip value={by.match} />
        {decided?.range ? <RangeLine range={decided.range} version={decided.version} /> : null}
      </EvidenceSection>
      {decided ? <Data decided={decided} by={by} /> : null}
      <Others by={by} />
    </>
  );
}

function Data({ decided, by }: { decided: Opinion; by: Explanation }): ReactNode {
  const words = useText(text).evidence;
  const { sources } = useText(intelligenceText);
  const { component } = by;
  const { product } = decided;
  const theirs =
    product.space === 'purl' ? product.purl : [product.vendor, product.product].filter(Boolean).join(' / ');
  return (
    <EvidenceSection title={words.data}>
      <FactList
        facts={[
          [words.record, words.recordBy(sources[decided.source], decided.externalId, byOf(decided))],
          decided.path ? [words.criterion, <Mono key="criterion">{decided.path}</Mono>] : null,
          [words.identity, words.identified(words.identities[decided.why], decided.tier)],
          [words.ourKey, <Mono key="ours">{component?.purl ?? component?.cpes[0] ?? component?.name}</Mono>],
          [words.theirKey, <Mono key="theirs">{theirs}</Mono>],
          decided.scheme ? [words.scheme, words.schemes[decided.scheme]] : null,
          decided.range?.text ? [words.written, words.quoted(decided.range.text)] : null,
          decided.detail ? [words.here, decided.detail] : null,
          component ? [words.component, <ComponentWords key="component" component={component} />] : null,
        ]}
      />
    </EvidenceSection>
  );
}

function Mono(props: { children: ReactNode }): ReactNode {
  return (
    <span className={classes.mono} translate="no">
      {props.children}
    </span>
  );
}

/** Who wrote it, where the name of the source does not say so. */
const byOf = ({ source, by }: Opinion) => (source === 'cve' || source === 'osv' ? by : null);

function Others({ by }: { by: Explanation }): ReactNode {
  const words = useText(text).evidence;
  const { sources } = useText(intelligenceText);
  const { language } = useLanguage();
  const others = by.evidence?.others ?? [];
  return (
    <EvidenceSection title={words.others}>
      {others.length + by.neighbours.length === 0 ? <p className={classes.sub}>{words.noOthers}</p> : null}
      {others.map((opinion, place) => (
        <div key={`${opinion.source} ${opinion.externalId} ${opinion.path}`} className={classes.line}>
          <span>
            {words.sourceBy(sources[opinion.source], byOf(opinion))}
            <span className={classes.sub}>
              {opinion.value === by.match && opinion.range
                ? rangeText(opinion.range, language)
                : by.otherSentences[place]?.[language]}
            </span>
          </span>
          <MatchChip value={opinion.value} />
        </div>
      ))}
      {by.neighbours.map(({ release, component, match }) => (
        <div key={release.id} className={classes.line}>
          <span>
            <Link
              to={'/products/$model/$release' as never}
              params={{ model: release.model.slug, release: release.slug } as never}
              search={{ row: rowId(by.vulnerability.name, component) } as never}
            >
              <Id>
                {release.model.name} {release.version}
              </Id>
            </Link>
            <span className={classes.sub}>
              <ComponentWords component={component} />
            </span>
          </span>
          <MatchChip value={match} />
        </div>
      ))}
    </EvidenceSection>
  );
}
