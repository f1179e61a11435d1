import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Drawer } from '#kit/Drawer';
import { ErrorSummary } from '#kit/ErrorSummary';
import { Problem } from '#kit/Problem';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { ReleasePage } from '../../contract/releases.ts';
import type { ReleaseState } from '../../model/registers.ts';
import { ChangedSince } from '../ChangedSince.tsx';
import { changesSince } from '../refusal-words.ts';
import { useEntryRefusal } from '../registers/entry-refusal.ts';
import { useChanged } from '../use-changed.ts';
import { text } from './form-text.ts';
import { releases } from './queries.ts';
import { ReleaseFields } from './ReleaseFields.tsx';
import { draftOf, faultsOf, inputOf, newHardware, type ReleaseDraft } from './release-draft.ts';

/** Which release of which model the form is about. */
export interface ReleaseSubject {
  model: { id: string; slug: string; name: string };
  /** The release to change; null makes a new one. */
  release: ReleasePage | null;
  /** Of a new one; by itself it is in development. */
  proposedState?: ReleaseState | undefined;
  onClose: () => void;
}

/** The window of a ReleaseForm; it is loaded with the first of them. */
export function ReleaseDrawer(props: ReleaseSubject & { opened: boolean }): ReactNode {
  const words = useText(text);
  const { model, release } = props;
  const title = release ? words.edit(`${model.name} ${release.version}`) : words.create;
  return (
    <Drawer title={title} opened={props.opened} onClose={props.onClose}>
      {props.opened ? <Form {...props} /> : null}
    </Drawer>
  );
}

function Form({ model, release, proposedState, onClose }: ReleaseSubject): ReactNode {
  const words = useText(text);
  const changed = useChanged();
  const refusal = useEntryRefusal();
  const write = useWriting({ model, release, onClose });
  const [draft, setDraft] = useState<ReleaseDraft>(() => draftOf(release, proposedState));
  const set = (patch: Partial<ReleaseDraft>) => setDraft((before) => ({ ...before, ...patch }));

  const save = async () => {
    // Hardware that was made stays chosen, should the release be refused.
    const hardwareId = draft.hardwareId === newHardware ? await makeHardware(model.id, draft) : draft.hardwareId;
    set({ hardwareId });
    await write(draft, hardwareId);
  };
  const { submit, faults, errors, refused, busy } = useSubmit(save, () => faultsOf(draft, words));

  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      {refused && changesSince(refused).length > 0 ? (
        <ChangedSince thrown={refused} onReload={() => changed().then(onClose)} />
      ) : refused ? (
        <Problem what={refusal(refused)} />
      ) : null}
      <ReleaseFields modelId={model.id} draft={draft} set={set} faults={faults} />
      <SaveOrCancel save={release ? words.save : words.saveNew} busy={busy} onCancel={onClose} />
    </form>
  );
}

async function makeHardware(modelId: string, { hardwareName, soc, board }: ReleaseDraft): Promise<string> {
  const made = await releases.createHardware({ modelId, name: hardwareName, soc, board });
  return made.id;
}

/** Saves the form, goes to the page of the release, and offers the way back. */
function useWriting({ model, release, onClose }: ReleaseSubject) {
  const words = useText(text);
  const toast = useToast();
  const navigate = useNavigate();
  const changed = useChanged();
  const refusal = useEntryRefusal();
  const goTo = (slug: string) =>
    navigate({ to: '/products/$model/$release', params: { model: model.slug, release: slug } as never });

  return async (draft: ReleaseDraft, hardwareId: string) => {
    const facts = inputOf(draft, hardwareId);
    const saved = release
      ? await releases.updateRelease({ id: release.id, revision: release.revision, ...facts })
      : await releases.createRelease({ modelId: model.id, ...facts });
    const { id, revision } = saved;
    const back = async () => {
      if (!release) {
        await releases.removeRelease({ id, revision });
        if (isHere(model.slug, saved.slug))
          navigate({ to: '/products/$model', params: { model: model.slug } as never });
      } else {
        const before = draftOf(release);
        await releases.updateRelease({ id, revision, ...inputOf(before, before.hardwareId) });
        if (saved.slug !== release.slug && isHere(model.slug, saved.slug)) goTo(release.slug);
      }
      await changed();
    };
    onClose();
    if (!release || saved.slug !== release.slug) await goTo(saved.slug);
    await changed();
    const name = `${model.name} ${draft.version}`;
    toast(release ? words.saved(name) : words.made(name), {
      undo: () => void back().catch((thrown) => toast(refusal(thrown))),
    });
  };
}

const isHere = (model: string, slug: string): boolean =>
  decodeURIComponent(window.location.pathname) === `/products/${model}/${slug}`;
