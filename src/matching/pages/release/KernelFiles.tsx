import type { ReactNode } from 'react';
import { formatDay, todayInJapan } from '#platform/browser/calendar';
import { useLanguage, useText } from '#platform/browser/language';
import type { Explanation, KernelFile, ReleaseCounts } from '../../contract.ts';
import classes from '../match.module.css';
import { text } from '../text.ts';

type Kernel = NonNullable<Explanation['kernel']>;

/** Each kind of evidence of what is built of a kernel, with the day on which it was attached: 「config 11月24日」. */
export function useEvidenceWords(): (of: NonNullable<ReleaseCounts['kernel']>['evidence'][number]) => string {
  const words = useText(text).release;
  const { language } = useLanguage();
  const today = todayInJapan(Temporal.Now.instant());
  return ({ kind, addedAt }) =>
    words.evidence(
      words.kinds[kind as keyof typeof words.kinds] ?? kind,
      formatDay(todayInJapan(Temporal.Instant.from(addedAt)), language, today),
    );
}

const mostShown = 3;
const telling = ['built', 'folder', 'not-built', 'unknown'];

/** Of the files that the record names what is built in this release, by which evidence; or why that cannot be told. */
export function KernelFiles({ kernel }: { kernel: Kernel }): ReactNode {
  const words = useText(text).evidence;
  const { files, evidence } = kernel;
  const evidenceWords = useEvidenceWords();
  if (files.length === 0) return words.files.none(evidence.map(evidenceWords));
  const sorted = files.toSorted((one, other) => telling.indexOf(one.is) - telling.indexOf(other.is));
  return (
    <span className={classes.files}>
      {sorted.slice(0, mostShown).map((file) => (
        <FileWords key={file.file} of={file} evidence={evidence} />
      ))}
      {files.length > mostShown ? <span>{words.moreFiles(files.length - mostShown)}</span> : null}
    </span>
  );
}

function FileWords({ of, evidence }: { of: KernelFile; evidence: Kernel['evidence'] }): ReactNode {
  const { files: words } = useText(text).evidence;
  const evidenceWords = useEvidenceWords();
  const said = evidence.filter(({ kind }) => kind === of.by).map(evidenceWords);
  return <span>{words[of.is](of.file, [of.option, ...said].filter(Boolean).join(' '))}</span>;
}
