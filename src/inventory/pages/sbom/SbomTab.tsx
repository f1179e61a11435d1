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
  const unstored = sbom.unstored.filter(({ id }) => !shown.has(id) && id !== view.upload);
  const outcome = (arrived: SbomImport) => (
    <ImportOutcome arrived={arrived} hasPresent={hasPresent} onMapped={uploads.replace} />
  );
  return (
    <Stack>
      {view.upload && !shown.has(view.upload) ? <OneUpload id={view.upload} outcome={outcome} /> : null}
      <UploadList uploads={uploads.list} hasPresent={hasPresent} onMapped={uploads.replace} />
      {mayChange ? (
        <Panel padded>
          <SbomDrop onFiles={onFiles} />
        </Panel>
      ) : null}
      {sbom.present ? (
        <WithRail rail={<QualityPanel quality={sbom.present.result.quality} />}>
          <SbomResultPanels result={sbom.present.result} />
        </WithRail>
      ) : (
        <Panel>
          <EmptyState why={words.history.none} />
        </Panel>
      )}
      <SbomHistory release={release} sbom={sbom} mayChange={mayChange} />
      {unstored.length > 0 ? (
        <Panel title={words.unstored}>
          <ul className={classes.uploads}>
            {unstored.map((arrived) => (
              <li key={arrived.id}>{outcome(arrived)}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </Stack>
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
