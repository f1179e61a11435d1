import { useQuery } from '@tanstack/react-query';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { Fields, SelectField, TextArea, TextField } from '#kit/Field';
import { FileDrop } from '#kit/FileDrop';
import { useText } from '#platform/browser/language';
import { type ReleaseState, releaseStates } from '../../model/registers.ts';
import { releaseStateText } from '../../release-state-text.ts';
import { text } from './form-text.ts';
import { hardwareQuery } from './queries.ts';
import { newHardware, type ReleaseDraft, type ReleaseFaults, sha256Of } from './release-draft.ts';

interface Filling {
  modelId: string;
  draft: ReleaseDraft;
  set: (patch: Partial<ReleaseDraft>) => void;
  faults: ReleaseFaults;
}

const mostFirmwareBytes = 2_000_000_000;

/** What a person says about a release. */
export function ReleaseFields(props: Filling): ReactNode {
  const { draft, set, faults } = props;
  const words = useText(text);
  const states = useText(releaseStateText);
  const field = (name: string, key: keyof ReleaseDraft) => ({
    name,
    value: draft[key],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => set({ [key]: event.currentTarget.value }),
  });
  return (
    <Fields>
      <TextField
        label={words.version}
        hint={words.versionHint}
        maxLength={100}
        data-autofocus
        error={faults.version}
        {...field('version', 'version')}
      />
      <SelectField
        label={words.state}
        name="state"
        options={releaseStates.map((state) => ({ value: state, label: states[state] }))}
        value={draft.state}
        onChange={(event) => set({ state: event.currentTarget.value as ReleaseState })}
      />
      <TextField
        label={draft.state === 'in-development' ? words.plannedOn : words.releasedOn}
        optional
        type="date"
        {...field('released-on', 'releasedOn')}
      />
      {draft.state === 'ended' || draft.endedOn ? (
        <TextField
          label={words.endedOn}
          optional
          type="date"
          error={faults['ended-on']}
          {...field('ended-on', 'endedOn')}
        />
      ) : null}
      <HardwareFields {...props} />
      <FirmwareFields {...props} />
      <TextField label={words.tags} hint={words.tagsHint} optional {...field('tags', 'tags')} />
      <TextArea label={words.note} optional maxLength={2000} {...field('note', 'note')} />
    </Fields>
  );
}

function HardwareFields({ modelId, draft, set, faults }: Filling): ReactNode {
  const words = useText(text);
  const standing = useQuery(hardwareQuery(modelId)).data?.items ?? [];
  return (
    <>
      <SelectField
        label={words.hardware}
        name="hardware"
        options={[
          { value: '', label: words.anyHardware },
          ...standing.map(({ id, name }) => ({ value: id, label: name })),
          { value: newHardware, label: words.newHardware },
        ]}
        value={draft.hardwareId}
        onChange={(event) => set({ hardwareId: event.currentTarget.value })}
      />
      {draft.hardwareId === newHardware ? (
        <>
          <TextField
            label={words.hardwareName}
            hint={words.hardwareHint}
            name="hardware-name"
            value={draft.hardwareName}
            error={faults['hardware-name']}
            onChange={(event) => set({ hardwareName: event.currentTarget.value })}
          />
          <TextField
            label={words.soc}
            optional
            name="soc"
            value={draft.soc}
            onChange={(event) => set({ soc: event.currentTarget.value })}
          />
          <TextField
            label={words.board}
            optional
            name="board"
            value={draft.board}
            onChange={(event) => set({ board: event.currentTarget.value })}
          />
        </>
      ) : null}
    </>
  );
}

/** The firmware by its hash: of a file that stays here, or pasted. */
function FirmwareFields({ draft, set, faults }: Filling): ReactNode {
  const words = useText(text);
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (chosen: File | null) => {
    setFile(chosen);
    if (!chosen) return;
    setBusy(true);
    set({ firmwareName: chosen.name, firmwareSha256: await sha256Of(chosen) });
    setBusy(false);
  };
  return (
    <>
      <FileDrop
        label={words.firmware}
        hint={words.firmwareHint}
        optional
        name="firmware"
        kinds={[]}
        limitBytes={mostFirmwareBytes}
        file={file}
        onFile={take}
      />
      <p role="status">{busy ? words.computing : ''}</p>
      <TextField
        label={words.firmwareName}
        optional
        name="firmware-name"
        maxLength={300}
        value={draft.firmwareName}
        onChange={(event) => set({ firmwareName: event.currentTarget.value })}
      />
      <TextField
        label={words.sha256}
        hint={words.sha256Hint}
        optional
        name="sha256"
        value={draft.firmwareSha256}
        error={faults.sha256}
        onChange={(event) => set({ firmwareSha256: event.currentTarget.value })}
      />
    </>
  );
}
