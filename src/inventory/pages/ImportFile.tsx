import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { FileDrop } from '#kit/FileDrop';
import { Panel } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { useText } from '#platform/browser/language';
import { text } from './import-text.ts';
import classes from './products.module.css';
import { type Importing, type Previewed, useImport } from './use-import.ts';

const limitBytes = 32 * 1024 * 1024;

/** Where a file is dropped, and below it what it would change; only then the change. */
export function ImportFile<Preview>(props: {
  importing: Importing<Preview>;
  hint: string;
  /** Files that help: a sample, what stands now. */
  links: ReactNode;
  shown: (previewed: Previewed<Preview>, apply: { busy: boolean; run: () => void }) => ReactNode;
  onApplied?: () => void;
}): ReactNode {
  const words = useText(text).import;
  const { file, previewed, refused, busy, read, apply } = useImport(props.importing, props.onApplied ?? (() => {}));
  return (
    <>
      <Panel padded>
        <FileDrop
          label={words.file}
          hint={props.hint}
          name="file"
          kinds={['.csv', '.xlsx', '.txt', '.tsv']}
          limitBytes={limitBytes}
          file={file}
          onFile={read}
        />
        <p className={classes.links}>{props.links}</p>
        <p role="status">{busy === 'reading' ? words.reading : ''}</p>
      </Panel>
      {refused ? (
        <Problem
          what={refused.what}
          id={refused.id}
          action={file ? <Button onClick={() => read(file)}>{words.again}</Button> : undefined}
        />
      ) : null}
      {previewed ? props.shown(previewed, { busy: busy === 'applying', run: () => void apply(previewed.id) }) : null}
    </>
  );
}
