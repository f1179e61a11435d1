import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { ChoiceField, Fields, FormActions, TextField } from '#kit/Field';
import { Problem } from '#kit/Problem';
import { useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { type ReleaseState, releaseStates } from '../../model/registers.ts';
import type { StateChange, StatesPreview } from '../../model/release-states.ts';
import { releaseStateText } from '../../release-state-text.ts';
import { everything } from '../queries.ts';
import { changedNames } from '../refusal-words.ts';
import { releases } from '../release/queries.ts';
import classes from '../together/together.module.css';
import { useChanged } from '../use-changed.ts';
import { useEntryRefusal } from './entry-refusal.ts';
import { text } from './states-text.ts';

/** Asks which state many releases get, tells what that would change, and does it. */
export function StatesDialog(props: { ids: string[]; onClose: () => void; onDone: () => void }): ReactNode {
  const { ids } = props;
  const words = useText(text);
  const states = useText(releaseStateText);
  const saidOf = useEntryRefusal();
  const toast = useToast();
  const changed = useChanged();
  const [state, setState] = useState<ReleaseState | null>(null);
  const [endedOn, setEndedOn] = useState('');
  const change = state && { state, ...(state === 'ended' && endedOn ? { endedOn } : {}) };
  const effect = usePreview(ids, change);

  const undo = async (id: string) => {
    try {
      await releases.undoStates({ id });
      await changed();
    } catch (thrown) {
      const since = changedNames(thrown);
      toast(since ? words.changedSince(since.names, since.count) : saidOf(thrown));
    }
  };
  const { submit, faults, refused, busy } = useSubmit<'state'>(
    async () => {
      if (!change) return;
      const { id, releases: count } = await releases.changeStates({ ids, change });
      await changed();
      props.onDone();
      props.onClose();
      toast(words.done(count, states[change.state]), { undo: () => void undo(id) });
    },
    () => (state ? {} : { state: words.choose }),
  );

  return (
    <Dialog title={words.title} opened onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        {refused ? <Problem what={saidOf(refused)} id={problemOf(refused)?.requestId} /> : null}
        <Fields>
          <p>{words.of(ids.length)}</p>
          <ChoiceField
            label={words.state}
            name="state"
            options={releaseStates.map((value) => ({ value, label: states[value] }))}
            value={state}
            onChange={setState}
            error={state ? undefined : faults.state}
          />
          {state === 'ended' ? (
            <TextField
              label={words.endedOn}
              hint={words.endedOnHint}
              optional
              name="ended-on"
              type="date"
              value={endedOn}
              onChange={(event) => setEndedOn(event.currentTarget.value)}
            />
          ) : null}
          {state ? <Effect of={effect} /> : null}
        </Fields>
        <FormActions>
          <Button
            type="submit"
            weight="main"
            busy={busy}
            disabled={effect !== undefined && (effect.changed === 0 || effect.foreign.count + effect.early.count > 0)}
          >
            {words.submit(effect?.changed ?? ids.length)}
          </Button>
          <Button onClick={props.onClose}>{words.cancel}</Button>
        </FormActions>
      </form>
    </Dialog>
  );
}

function usePreview(ids: string[], change: StateChange | null): StatesPreview | undefined {
  return useQuery({
    queryKey: [...everything, 'release-states', ids, change],
    queryFn: ({ signal }) => releases.previewStates({ ids, change: change as StateChange }, { signal }),
    placeholderData: keepPreviousData,
    enabled: change !== null,
  }).data;
}

/** What would change, and what stands in its way. */
function Effect({ of }: { of: StatesPreview | undefined }): ReactNode {
  const words = useText(text);
  if (!of) return <p className={classes.effect}>{words.counting}</p>;
  const { leaving, entering, foreign, early } = of;
  return (
    <div className={classes.effect} role="status">
      <p>{of.changed === 0 ? words.nothing : words.effect(of.changed, of.same)}</p>
      {leaving.releases > 0 ? <p>{words.leaving(leaving.releases, leaving.units)}</p> : null}
      {entering.releases > 0 ? <p>{words.entering(entering.releases, entering.units)}</p> : null}
      {foreign.count > 0 ? <p className={classes.alert}>{words.foreign(foreign.names, foreign.count)}</p> : null}
      {early.count > 0 ? <p className={classes.alert}>{words.early(early.names, early.count)}</p> : null}
    </div>
  );
}
