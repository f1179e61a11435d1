import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Drawer } from '#kit/Drawer';
import { Fields, FormActions, TextField } from '#kit/Field';
import { Problem } from '#kit/Problem';
import { useToast } from '#kit/Toast';
import { useLanguage, useText } from '#platform/browser/language';
import { useChanged } from '../use-changed.ts';
import { releases } from './queries.ts';
import { monthWords, readRegion, regionWords } from './region-words.ts';
import { useReleaseRefusal } from './release-refusal.ts';
import { text } from './shipments-text.ts';

/** Writes down units of a release that left the house in a month for a region. */
export function AddShipment(props: { releaseId: string; opened: boolean; onClose: () => void }): ReactNode {
  const { shipments: words } = useText(text);
  return (
    <Drawer title={words.add} opened={props.opened} onClose={props.onClose}>
      {props.opened ? <Form releaseId={props.releaseId} onClose={props.onClose} /> : null}
    </Drawer>
  );
}

type Faults = Partial<Record<'month' | 'region' | 'units', string>>;

function Form({ releaseId, onClose }: { releaseId: string; onClose: () => void }): ReactNode {
  const { shipments: words } = useText(text);
  const { language } = useLanguage();
  const refusal = useReleaseRefusal();
  const toast = useToast();
  const changed = useChanged();
  const [draft, setDraft] = useState({ month: '', region: '', units: '' });
  const [faults, setFaults] = useState<Faults>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const field = (name: keyof typeof draft) => ({
    name,
    value: draft[name],
    error: faults[name],
    onChange: (event: FormEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setDraft((before) => ({ ...before, [name]: value }));
    },
  });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const region = readRegion(draft.region);
    const units = draft.units.normalize('NFKC').replaceAll(',', '').trim();
    const found: Faults = {
      ...(draft.month ? {} : { month: words.badMonth }),
      ...(region ? {} : { region: words.badRegion }),
      ...(/^\d{1,10}$/.test(units) ? {} : { units: words.badUnits }),
    };
    setFaults(found);
    if (!region || Object.keys(found).length > 0) return;
    setBusy(true);
    setRefused(null);
    try {
      const made = await releases.createShipment({ releaseId, month: draft.month, region, units: Number(units) });
      await changed();
      toast(words.added(`${monthWords(draft.month, language)} ${regionWords(region, language)}`), {
        undo: () => void releases.removeShipment(made).then(changed, (thrown) => toast(refusal(thrown))),
      });
      onClose();
    } catch (thrown) {
      setRefused(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={save} noValidate>
      {refused ? <Problem what={refusal(refused)} /> : null}
      <Fields>
        <TextField label={words.month} type="month" data-autofocus {...field('month')} />
        <TextField label={words.region} hint={words.regionHint} {...field('region')} />
        <TextField label={words.units} inputMode="numeric" {...field('units')} />
      </Fields>
      <FormActions>
        <Button type="submit" weight="main" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </FormActions>
    </form>
  );
}
