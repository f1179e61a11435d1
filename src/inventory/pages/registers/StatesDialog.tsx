import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ChoiceField, TextField } from '#kit/Field';
import { useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { type ReleaseState, releaseStates } from '../../model/registers.ts';
import type { StateChange, StatesPreview } from '../../model/release-states.ts';
import { releaseStateText } from '../../release-state-text.ts';
import { everything } from '../queries.ts';
import { releases } from '../release/queries.ts';
import { Effect, ManyForm, useTakingBack } from '../together/ManyForm.tsx';
import classes from '../together/together.module.css';
import { useChanged } from '../use-changed.ts';
import { useEntryRefusal } from './entry-refusal.ts';
import { text } from './states-text.ts';

/** Asks which state many releases get, tells what that would change, and does it. */
export function StatesDialog(props: { ids: string[]; onClose: () => void; onDone: () => void }): ReactNode {
  const { ids } = props;
  const words = useText(text);
  const states = useText(releaseStateText);
  const say = useEntryRefusal();
  const toast = useToast();
  const changed = useChanged();
  const [state, setState] = useState<ReleaseState | null>(null);
  const [endedOn, setEndedOn] = useState('');
  const change = state && { state, ...(state === 'ended' && endedOn ? { endedOn } : {}) };
  const effect = usePreview(ids, change);

  const takeBack = useTakingBack(releases.undoStates, words, say);
  const form = useSubmit<'state'>(
    async () => {
      if (!change) return;
      const { id, releases: count } = await releases.changeStates({ ids, change });
      await changed();
      props.onDone();
      props.onClose();
      toast(words.done(count, states[change.state]), { undo: () => void takeBack(id) });
    },
    () => (state ? {} : { state: words.choose }),
  );

  return (
    <ManyForm
      title={words.title}
      {...{ words, form, say, effect, onClose: props.onClose }}
      count={ids.length}
      disabled={effect !== undefined && (effect.changed === 0 || effect.foreign.count + effect.early.count > 0)}
    >
      <ChoiceField
        label={words.state}
        name="state"
        options={releaseStates.map((value) => ({ value, label: states[value] }))}
        value={state}
        onChange={setState}
        error={state ? undefined : form.faults.state}
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
      {state ? (
        <Effect of={effect} words={words}>
          {effect ? <Moving of={effect} /> : null}
        </Effect>
      ) : null}
    </ManyForm>
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

/** What comes to customers or leaves them, and what would end before it came. */
function Moving({ of: { leaving, entering, early } }: { of: StatesPreview }): ReactNode {
  const words = useText(text);
  return (
    <>
      {leaving.releases > 0 ? <p>{words.leaving(leaving.releases, leaving.units)}</p> : null}
      {entering.releases > 0 ? <p>{words.entering(entering.releases, entering.units)}</p> : null}
      {early.count > 0 ? <p className={classes.alert}>{words.early(early.names, early.count)}</p> : null}
    </>
  );
}
