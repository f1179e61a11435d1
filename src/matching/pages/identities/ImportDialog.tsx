import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Dialog } from '#kit/Dialog';
import { Fields } from '#kit/Field';
import { FileDrop } from '#kit/FileDrop';
import { Problem } from '#kit/Problem';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { ImportedIdentities } from '../../contract/identities.ts';
import { everything, matches } from '../queries.ts';
import { text } from '../text.ts';
import classes from './identities.module.css';

const limitBytes = 8 * 1024 * 1024;

/** Takes a file of what was said elsewhere, and says of each row that is not taken why. */
export function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const words = useText(text).identity;
  return (
    <Dialog title={words.importTitle} opened={opened} onClose={onClose}>
      {opened ? <Form onClose={onClose} /> : null}
    </Dialog>
  );
}

function Form({ onClose }: { onClose: () => void }): ReactNode {
  const words = useText(text).identity;
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [done, setDone] = useState<ImportedIdentities | null>(null);
  const { submit, refused, busy } = useSubmit(async () => {
    if (!file) return;
    setDone(await matches.importIdentifications({ file }));
    setFile(null);
    await queries.invalidateQueries({ queryKey: everything });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <Refused thrown={refused} />
        {done ? <Done done={done} /> : null}
        <FileDrop
          label={words.importLabel}
          hint={words.importHint}
          name="identities"
          kinds={['.csv', '.json']}
          limitBytes={limitBytes}
          file={file}
          onFile={setFile}
        />
      </Fields>
      <SaveOrCancel save={words.importNow} busy={busy} onCancel={onClose} />
    </form>
  );
}

function Done({ done }: { done: ImportedIdentities }): ReactNode {
  const words = useText(text).identity;
  return (
    <div role="status">
      <p>{words.imported(done.applied, done.unchanged)}</p>
      {done.refused.length > 0 ? (
        <>
          <p>{words.rowsRefused(done.refused.length)}</p>
          <ul className={classes.list}>
            {done.refused.slice(0, mostShown).map(({ row, reason, text: subject }) => (
              <li key={row} className={classes.said}>
                {words.row(row)} <b>{subject}</b> {words.reasons[reason]}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

const mostShown = 100;

function Refused({ thrown }: { thrown: unknown }): ReactNode {
  const words = useText(text).identity;
  if (!thrown) return null;
  const problem = problemOf(thrown);
  const what =
    problem?.code === 'too-large'
      ? words.tooMany
      : problem?.details?.reason === 'columns'
        ? words.columnsMissing
        : words.notRead;
  return <Problem what={what} id={problem?.requestId} />;
}
