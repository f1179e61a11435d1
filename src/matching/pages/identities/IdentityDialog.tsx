import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, TextField } from '#kit/Field';
import { LoadProblem } from '#kit/LoadProblem';
import { Problem } from '#kit/Problem';
import { Skeleton } from '#kit/Skeleton';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { Proposals } from '../../contract/identities.ts';
import { proposalsQuery } from '../queries.ts';
import { text } from '../text.ts';
import classes from './identities.module.css';
import { OtherProduct } from './OtherProduct.tsx';
import { ProposalLine } from './ProposalLine.tsx';
import { useSaying } from './use-saying.ts';

export type Asked = { id: number; name: string };

/** 「どの製品ですか」: the candidates of a component; an answer holds for every component of the name. */
export function IdentityDialog({ of, onClose }: { of: Asked | null; onClose: () => void }): ReactNode {
  const words = useText(text).identity;
  return (
    <Dialog
      title={of ? words.of(of.name) : ''}
      opened={of !== null}
      onClose={onClose}
      size="wide"
      actions={<Button onClick={onClose}>{words.close}</Button>}
    >
      {of ? <Asking id={of.id} /> : null}
    </Dialog>
  );
}

function Asking({ id }: { id: number }): ReactNode {
  const words = useText(text).identity;
  const found = useQuery(proposalsQuery(id));
  if (found.isError) return <LoadProblem thrown={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton rows={5} />;
  const { subject } = found.data;
  return subject === null ? <p>{words.unnamed}</p> : <Candidates subject={subject} known={found.data} />;
}

function Candidates({ subject, known }: { subject: string; known: Proposals }): ReactNode {
  const words = useText(text).identity;
  const mayWrite = useMay('vulnerability:write');
  const { say, revoke } = useSaying();
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setRefused(null);
    await act().catch(setRefused);
    setBusy(false);
  };
  const answer = (is: 'is' | 'is-not', { vendor, product }: { vendor: string; product: string }) =>
    run(async () => {
      await say({ subject, vendor, product, answer: is, note });
      setNote('');
    });
  return (
    <Fields>
      <p>{words.holds(subject, known.releases)}</p>
      {mayWrite ? null : <p>{words.readOnly}</p>}
      <Refused thrown={refused} />
      {known.items.length > 0 ? (
        <ul className={classes.list} aria-label={words.proposals} aria-busy={busy}>
          {known.items.map((item) => (
            <ProposalLine
              key={`${item.vendor}:${item.product}`}
              of={item}
              mayWrite={mayWrite && !busy}
              onAnswer={(is) => void answer(is, item)}
              onRevoke={() => item.said && void run(() => revoke(item.said as NonNullable<typeof item.said>))}
            />
          ))}
        </ul>
      ) : (
        <p>{words.none}</p>
      )}
      {mayWrite ? (
        <>
          <TextField
            label={words.note}
            hint={words.noteHint}
            optional
            name="identity-note"
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          <OtherProduct onConfirm={(pair) => answer('is', pair)} busy={busy} />
        </>
      ) : null}
    </Fields>
  );
}

function Refused({ thrown }: { thrown: unknown }): ReactNode {
  const words = useText(text).identity;
  if (!thrown) return null;
  const problem = problemOf(thrown);
  const reason = (problem?.details as { reason?: string } | undefined)?.reason;
  const said = reason !== undefined && reason in words.refused ? (reason as keyof typeof words.refused) : 'other';
  return <Problem what={words.refused[said]} id={problem?.requestId} />;
}
