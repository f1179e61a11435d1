import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/browser/language';
import { type Draft, type EntryField, EntryForm } from '../registers/EntryForm.tsx';
import { useSaid } from '../registers/use-taking-away.ts';
import { releases } from './queries.ts';
import { monthWords, readRegion, regionWords } from './region-words.ts';
import { text } from './shipments-text.ts';

/** Writes down units of a release that left the house in a month for a region. */
export function AddShipment(props: { releaseId: string; opened: boolean; onClose: () => void }): ReactNode {
  const { releaseId, opened, onClose } = props;
  const { shipments: words } = useText(text);
  const { language } = useLanguage();
  const said = useSaid();
  const fields: EntryField[] = [
    { key: 'month', label: words.month, needed: words.badMonth, first: true, as: 'month', most: 10 },
    {
      key: 'region',
      label: words.region,
      hint: words.regionHint,
      needed: words.badRegion,
      faultOf: (typed) => (readRegion(typed) ? undefined : words.badRegion),
      as: 'line',
      most: 200,
    },
    {
      key: 'units',
      label: words.units,
      needed: words.badUnits,
      faultOf: (typed) => (/^\d{1,10}$/.test(digitsOf(typed)) ? undefined : words.badUnits),
      as: 'count',
      most: 100,
    },
  ];
  const write = async ({ month = '', region: typed = '', units = '' }: Draft) => {
    const region = readRegion(typed) ?? '';
    const made = await releases.createShipment({ releaseId, month, region, units: Number(digitsOf(units)) });
    await said(words.added(`${monthWords(month, language)} ${regionWords(region, language)}`), () =>
      releases.removeShipment(made),
    );
  };
  return (
    <EntryForm
      title={words.add}
      opened={opened}
      onClose={onClose}
      fields={() => fields}
      initial={{}}
      save={words.save}
      write={write}
    />
  );
}

const digitsOf = (typed: string): string => typed.normalize('NFKC').replaceAll(',', '').trim();
