import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip } from '#kit/Chip';
import { Problem } from '#kit/Problem';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { SbomImport, SbomResult } from '../../contract/sbom-shapes.ts';
import { ruleWords } from '../../sbom/rule-text.ts';
import { MappingForm } from './MappingForm.tsx';
import classes from './sbom.module.css';
import { text } from './sbom-text.ts';
import { formatWords, problemsInOrder } from './sbom-words.ts';

const shownErrors = 5;

/** What became of an upload: how far it is, what it brought, why it was refused and what stays, or what must still be said. */
export function ImportOutcome(props: {
  arrived: SbomImport;
  hasPresent: boolean;
  onMapped: (arrived: SbomImport) => void;
}): ReactNode {
  const { arrived } = props;
  switch (arrived.state) {
    case 'waiting':
      return <Waiting arrived={arrived} />;
    case 'stored':
      return <Stored arrived={arrived} />;
    case 'needs-mapping':
      return <MappingForm arrived={arrived} onMapped={props.onMapped} />;
    case 'refused':
      return <Refused arrived={arrived} hasPresent={props.hasPresent} />;
    case 'failed':
      return <Failed arrived={arrived} hasPresent={props.hasPresent} />;
  }
}

function Waiting({ arrived }: { arrived: SbomImport }): ReactNode {
  const words = useText(text).upload;
  const parts = countText(arrived.partsRead);
  const saying =
    arrived.phase === 'checking'
      ? words.checking(parts)
      : arrived.phase === 'storing'
        ? words.storing(parts)
        : words.waiting;
  return (
    <div className={classes.line}>
      <b>{arrived.fileName}</b>
      <progress aria-label={arrived.fileName} />
      <span>{saying}</span>
    </div>
  );
}

function Stored({ arrived }: { arrived: SbomImport }): ReactNode {
  const words = useText(text).upload;
  const { result } = arrived;
  const without = result?.withoutIdentity.count ?? 0;
  return (
    <>
      <div className={classes.line}>
        <b>{arrived.fileName}</b>
        <Chip tone="ok" icon="check">
          {arrived.isUnchanged ? words.unchanged : words.stored}
        </Chip>
        {result?.head ? <span className={classes.quiet}>{formatWords(result.head)}</span> : null}
      </div>
      {arrived.isUnchanged ? <p className={classes.said}>{words.unchangedWhy}</p> : null}
      {result && !arrived.isUnchanged ? (
        <p className={classes.said}>
          {words.storedWhy(countText(result.counts.distinct), countText(without))}
          {result.warnings > 0 ? ` ${words.warnings(countText(result.warnings))}` : ''}
        </p>
      ) : null}
      {without > 0 ? (
        <p className={classes.links}>
          <Link to="." search={{ tab: 'unidentified' } as never}>
            {words.seeUnidentified}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Refused(props: { arrived: SbomImport; hasPresent: boolean }): ReactNode {
  const { arrived } = props;
  const words = useText(text).upload;
  return (
    <Problem
      what={words.refusedWhat(arrived.fileName)}
      safe={
        <>
          {arrived.result ? <Errors result={arrived.result} /> : null}
          {props.hasPresent ? words.stays : words.noneStays} {words.next}
        </>
      }
    />
  );
}

/** The first errors of a document, each with its place and rule. */
function Errors({ result }: { result: SbomResult }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const errors = problemsInOrder(result).filter(({ level }) => level === 'error');
  const hidden = result.errors - Math.min(errors.length, shownErrors);
  return (
    <ul className={classes.wrong}>
      {errors.slice(0, shownErrors).map((problem) => (
        <li key={`${problem.place} ${problem.rule}`}>
          <span className={classes.place} translate="no">
            {problem.place || words.result.whole}
          </span>
          {ruleWords(problem, language)}
        </li>
      ))}
      {hidden > 0 ? <li>{words.upload.more(countText(hidden))}</li> : null}
    </ul>
  );
}

function Failed(props: { arrived: SbomImport; hasPresent: boolean }): ReactNode {
  const words = useText(text).upload;
  const { arrived, hasPresent } = props;
  return (
    <Problem
      what={words.failedWhat(arrived.fileName)}
      safe={hasPresent ? words.stays : words.noneStays}
      action={<span className={classes.quiet}>{words.number(arrived.id)}</span>}
    />
  );
}
