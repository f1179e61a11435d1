import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { text as intelligenceText } from '#intelligence/text';
import { Button } from '#kit/Button';
import { EvidencePanel, EvidenceSection } from '#kit/Evidence';
import { FactList } from '#kit/Facts';
import { Id } from '#kit/Id';
import { LoadProblem } from '#kit/LoadProblem';
import { Skeleton } from '#kit/Skeleton';
import { Time } from '#kit/Time';
import { useLanguage, useText } from '#platform/browser/language';
import type { Explanation } from '../../contract.ts';
import type { Opinion } from '../../model.ts';
import { rangeText } from '../../range-text.ts';
import { FixesBySource } from '../FixWords.tsx';
import { type Asked, IdentityDialog } from '../identities/IdentityDialog.tsx';
import { MatchChip } from '../MatchChip.tsx';
import classes from '../match.module.css';
import { explanationQuery, vulnerabilityQuery } from '../queries.ts';
import { Exploited, Severity } from '../Severity.tsx';
import { text } from '../text.ts';
import { ComponentPlace } from './ComponentPlace.tsx';
import { KernelFiles } from './KernelFiles.tsx';
import { marked } from './marked.ts';
import { byOf, OtherSources } from './OtherSources.tsx';
import { RangeLine } from './RangeLine.tsx';
import { VerdictSection } from './VerdictSection.tsx';

/** なぜ該当か: one sentence, the range as a line, what was compared, what others say. */
export function EvidenceOfMatch(props: {
  releaseId: string;
  name: string;
  component: number | null;
  /** Opens the window in which it is decided. */
  onDecide: (of: Explanation) => void;
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
      {known ? (
        <Explained by={known} onDecide={() => props.onDecide(known)} />
      ) : found.isError ? null : (
        <Skeleton rows={6} />
      )}
    </EvidencePanel>
  );
}

function Explained({ by, onDecide }: { by: Explanation; onDecide: () => void }): ReactNode {
  const words = useText(text).evidence;
  const decided = by.evidence?.decided;
  return (
    <>
      <EvidenceSection title={words.why}>
        <Sentence by={by} />
        <MatchChip value={by.match} />
        {decided?.range ? <RangeLine range={decided.range} version={decided.version} /> : null}
      </EvidenceSection>
      {decided ? <Data decided={decided} by={by} /> : null}
      <OtherSources by={by} />
      {by.decided ? <VerdictSection of={by} decided={by.decided} onDecide={onDecide} /> : null}
    </>
  );
}

/** The sentence, with its two facts underlined: the component, and the range that it was held against. */
function Sentence({ by }: { by: Explanation }): ReactNode {
  const { language } = useLanguage();
  const { component, evidence } = by;
  const range = evidence?.decided.range;
  const facts = [
    component ? [component.name, component.version ?? ''].join(' ').trim() : '',
    range ? rangeText(range, language) : '',
  ];
  return (
    <p className={classes.sentence}>
      {marked(by.sentence[language], facts).map(({ text: words, isFact }) =>
        isFact ? <mark key={words}>{words}</mark> : words,
      )}
    </p>
  );
}

function Data({ decided, by }: { decided: Opinion; by: Explanation }): ReactNode {
  const words = useText(text).evidence;
  const fixWords = useText(text).fixes;
  const { component } = by;
  const { product } = decided;
  const theirs =
    product.space === 'purl' ? product.purl : [product.vendor, product.product].filter(Boolean).join(' / ');
  return (
    <EvidenceSection title={words.data}>
      <FactList
        facts={[
          [words.record, <RecordWords key="record" of={by.vulnerability.name} decided={decided} />],
          decided.path ? [words.criterion, <Mono key="criterion">{decided.path}</Mono>] : null,
          [words.identity, <Identity key="identity" decided={decided} component={component} />],
          [words.ourKey, <Mono key="ours">{component?.purl ?? component?.cpes[0] ?? component?.name}</Mono>],
          [words.theirKey, <Mono key="theirs">{theirs}</Mono>],
          decided.scheme ? [words.scheme, words.schemes[decided.scheme]] : null,
          decided.range?.text ? [words.written, words.quoted(decided.range.text)] : null,
          decided.reason.startsWith('condition-') ? [words.here, decided.detail] : null,
          by.kernel ? [words.kernel, <KernelFiles key="kernel" kernel={by.kernel} />] : null,
          by.fixes.length > 0 ? [fixWords.title, <FixesBySource key="fixes" fixes={by.fixes} />] : null,
          component ? [words.place, <ComponentPlace key="place" release={by.release} component={component} />] : null,
        ]}
      />
    </EvidenceSection>
  );
}

/** From which step it is known what the component is, by whom; and the way to say it. */
function Identity({ decided, component }: { decided: Opinion; component: Explanation['component'] }): ReactNode {
  const { evidence: words, identity } = useText(text);
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <span className={classes.pair}>
      <span>{words.identified(words.identities[decided.why], decided.tier)}</span>
      {decided.said ? (
        <span>
          {identity.saidBy(decided.said.by)} <Time at={decided.said.at} />
        </span>
      ) : null}
      {component && decided.tier > 3 ? (
        <Button size="small" onClick={() => setAsked(component)}>
          {identity.open}
        </Button>
      ) : null}
      <IdentityDialog of={asked} onClose={() => setAsked(null)} />
    </span>
  );
}

/** The record that decided, and when it came in. */
function RecordWords({ of, decided }: { of: string; decided: Opinion }): ReactNode {
  const words = useText(text).evidence;
  const { sources } = useText(intelligenceText);
  const sides = useQuery(vulnerabilityQuery(of)).data?.statements;
  const side = sides?.find(({ source, externalId }) => source === decided.source && externalId === decided.externalId);
  return (
    <span className={classes.pair}>
      <span>{words.recordBy(sources[decided.source], decided.externalId, byOf(decided))}</span>
      {side ? <Time at={side.importedAt} /> : null}
    </span>
  );
}

function Mono(props: { children: ReactNode }): ReactNode {
  return (
    <span className={classes.mono} translate="no">
      {props.children}
    </span>
  );
}
