import type { ReactNode } from 'react';
import { Panel } from '#kit/Panel';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { SbomImport } from '../../contract/sbom-shapes.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import classes from './sbom.module.css';
import { text } from './sbom-text.ts';
import type { Upload } from './uploads.ts';

/** The files that are on their way, each with how far it is and what became of it. */
export function UploadList(props: {
  uploads: Upload[];
  /** Whether the release has a bill of materials that stays when one is refused. */
  hasPresent: boolean;
  onMapped: (arrived: SbomImport) => void;
}): ReactNode {
  const words = useText(text).upload;
  if (props.uploads.length === 0) return null;
  return (
    <Panel title={words.title}>
      <ul className={classes.uploads} aria-live="polite">
        {props.uploads.map((upload) => (
          <li key={upload.key}>
            {upload.thrown ? (
              <NotArrived upload={upload} />
            ) : upload.arrived ? (
              <ImportOutcome arrived={upload.arrived} hasPresent={props.hasPresent} onMapped={props.onMapped} />
            ) : (
              <OnItsWay upload={upload} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OnItsWay({ upload }: { upload: Upload }): ReactNode {
  const words = useText(text).upload;
  const percent = Math.floor(upload.sent * 100);
  return (
    <div className={classes.line}>
      <b>{upload.fileName}</b>
      <progress max={1} value={upload.sent} aria-label={upload.fileName} />
      <span>{percent > 0 ? words.sending(percent) : words.queued}</span>
    </div>
  );
}

function NotArrived({ upload }: { upload: Upload }): ReactNode {
  const words = useText(text).upload;
  const problem = problemOf(upload.thrown);
  const isTooLarge = problem?.code === 'too-large' || problem?.status === 413;
  return (
    <p role="alert" className={classes.count}>
      {isTooLarge ? words.tooLarge(upload.fileName) : words.notArrived(upload.fileName)}
    </p>
  );
}
