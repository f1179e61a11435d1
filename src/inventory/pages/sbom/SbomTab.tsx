import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel, Stack, WithRail } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { useText } from '#platform/browser/language';
import type { SbomImport } from '../../contract/sbom-shapes.ts';
import type { TabProps } from '../release/ReleaseTabs.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { QualityPanel } from './QualityPanel.tsx';
import { importQuery } from './queries.ts';
import { SbomDrop } from './SbomDrop.tsx';
import { SbomHistory } from './SbomHistory.tsx';
import { SbomResultPanels } from './SbomResultPanels.tsx';
import classes from './sbom.module.css';
import { text } from './sbom-text.ts';
import { UploadList } from './UploadList.tsx';

/** The bill of materials of a release: bringing one in, what was read, how good it is, and those before. */
export function SbomTab({ release, sbom, view, uploads, mayChange, onFiles }: TabProps): ReactNode {
  const words = useText(text);
  if (!sbom) return <Skeleton rows={6} />;
  const hasPresent = sbom.present !== null;
  const shown = new Set(uploads.list.map(({ arrived }) => arrived?.id));
  const others = sbom.unstored.filter(({ id }) => !shown.has(id) && id !== view.upload);
  // What waits for a person or for the server stands where it is seen; what is over stands below.
  const open = others.filter(({ state }) => state === 'needs-mapping' || state === 'waiting');
  const over = others.filter((one) => !open.includes(one));
  const outcome = (arrived: SbomImport) => (
    <ImportOutcome arrived={arrived} hasPresent={hasPresent} onMapped={uploads.replace} />
  );
  return (
    <Stack>
      {view.upload && !shown.has(view.upload) ? <OneUpload id={view.upload} outcome={outcome} /> : null}
      <UploadList uploads={uploads.list} hasPresent={hasPresent} onMapped={uploads.replace} />
      <Outcomes title={words.upload.open} list={open} outcome={outcome} />
      {mayChange ? (
        <Panel padded>
          <SbomDrop onFiles={onFiles} />
        </Panel>
      ) : null}
      {sbom.present ? (
        <WithRail rail={<QualityPanel quality={sbom.present.result.quality} />}>
          <SbomResultPanels result={sbom.present.result} components={sbom.counts.components} />
        </WithRail>
      ) : mayChange ? null : (
        <Panel>
          <EmptyState why={words.history.none} />
        </Panel>
      )}
      <SbomHistory release={release} sbom={sbom} mayChange={mayChange} />
      <Outcomes title={words.unstored} list={over} outcome={outcome} />
    </Stack>
  );
}

function Outcomes(props: {
  title: string;
  list: SbomImport[];
  outcome: (arrived: SbomImport) => ReactNode;
}): ReactNode {
  if (props.list.length === 0) return null;
  return (
    <Panel title={props.title}>
      <ul className={classes.uploads}>
        {props.list.map((arrived) => (
          <li key={arrived.id}>{props.outcome(arrived)}</li>
        ))}
      </ul>
    </Panel>
  );
}

/** The upload that the address names, for those who come from the list of all uploads. */
function OneUpload(props: { id: string; outcome: (arrived: SbomImport) => ReactNode }): ReactNode {
  const words = useText(text).upload;
  const found = useQuery(importQuery(props.id));
  return (
    <Panel title={words.title} padded>
      {found.data ? (
        props.outcome(found.data)
      ) : found.isError ? (
        <LoadProblem thrown={found.error} retry={() => found.refetch()} />
      ) : (
        <Skeleton rows={2} />
      )}
    </Panel>
  );
}
