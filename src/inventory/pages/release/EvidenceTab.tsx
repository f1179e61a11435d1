import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { FactList } from '#kit/Facts';
import { FileDrop } from '#kit/FileDrop';
import { Panel, Stack } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { Skeleton } from '#kit/Skeleton';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { type Evidence, evidenceKinds } from '../../contract/sbom-shapes.ts';
import { useEntryRefusal } from '../registers/entry-refusal.ts';
import { useChanged, useOrSay } from '../use-changed.ts';
import { useWho } from '../use-who.ts';
import { releases } from './queries.ts';
import type { TabProps } from './ReleaseTabs.tsx';
import classes from './release.module.css';
import { text } from './shipments-text.ts';

const limitBytes = 64 * 1024 * 1024;
type Kind = Evidence['kind'];

/** 証拠: what of the kernel is really built, one file of each kind. */
export function EvidenceTab({ release, sbom, mayChange }: TabProps): ReactNode {
  const { evidence: words } = useText(text);
  if (!sbom) return <Skeleton rows={6} />;
  return (
    <Stack>
      <p className={classes.lead}>{words.why}</p>
      {evidenceKinds.map((kind) => (
        <OneKind
          key={kind}
          releaseId={release.id}
          kind={kind}
          evidence={sbom.evidence.find((one) => one.kind === kind)}
          mayChange={mayChange}
        />
      ))}
    </Stack>
  );
}

function OneKind(props: {
  releaseId: string;
  kind: Kind;
  evidence: Evidence | undefined;
  mayChange: boolean;
}): ReactNode {
  const { releaseId, kind, evidence, mayChange } = props;
  const { evidence: words } = useText(text);
  const [refused, setRefused] = useState<{ name: string; thrown: unknown } | null>(null);
  const orSay = useOrSay(useEntryRefusal());
  const toast = useToast();
  const changed = useChanged();
  const attach = async (file: File | null) => {
    if (!file) return;
    setRefused(null);
    try {
      const { id } = await releases.uploadEvidence({ id: releaseId, kind, file });
      await changed();
      toast(words.added(file.name), { undo: () => orSay(releases.removeEvidence({ id })) });
    } catch (thrown) {
      setRefused({ name: file.name, thrown });
    }
  };
  const remove = ({ id, fileName }: Evidence) =>
    orSay(
      releases.removeEvidence({ id }).then(() => {
        toast(words.removed(fileName), { undo: () => orSay(releases.restoreEvidence({ id })) });
      }),
    );

  return (
    <Panel
      title={words.kinds[kind]}
      action={
        evidence && mayChange ? (
          <Button
            size="small"
            weight="quiet"
            icon="close"
            aria-label={words.removeOf(evidence.fileName)}
            onClick={() => remove(evidence)}
          >
            {words.remove}
          </Button>
        ) : null
      }
      padded
    >
      {refused ? <Problem what={words.refused(refused.name)} id={problemOf(refused.thrown)?.requestId} /> : null}
      {evidence ? <Read evidence={evidence} /> : null}
      {mayChange && !evidence ? (
        <FileDrop
          label={words.none}
          hint={words.hints[kind]}
          name={kind}
          kinds={[]}
          limitBytes={limitBytes}
          file={null}
          onFile={attach}
        />
      ) : evidence ? null : (
        words.none
      )}
    </Panel>
  );
}

function Read({ evidence }: { evidence: Evidence }): ReactNode {
  const who = useWho();
  const { evidence: words } = useText(text);
  const said = Object.entries(evidence.summary).flatMap(([key, value]): [string, ReactNode][] =>
    value === null ? [] : [[words.facts[key as 'lines'] ?? key, typeof value === 'number' ? countText(value) : value]],
  );
  return (
    <>
      <p className={classes.file}>
        <b>{evidence.fileName}</b> <Time at={evidence.addedAt} /> <span>{who(evidence.by)}</span>
      </p>
      <FactList
        facts={[
          ...said,
          [
            words.sha256,
            <span key="sha256" className={classes.identity}>
              {evidence.sha256}
            </span>,
          ],
        ]}
      />
    </>
  );
}
