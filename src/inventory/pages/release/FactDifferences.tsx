import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { Language } from '#platform/browser/texts';
import { deeds } from '../../deeds/registers.ts';
import { registersText } from '../../registers-text.ts';
import { countryNames, dayWords } from '../support-words.ts';
import { monthWords, regionWords } from './region-words.ts';
import { text } from './release-text.ts';

/** What differs in an entry of a register, fact by fact, in words. */
export function FactDifferences(props: { facts: { fact: string; before: string; after: string }[] }): ReactNode {
  const { history: words } = useText(text);
  const { fields, values } = useText(deeds);
  const columns: Record<string, string> = useText(registersText).columns;
  const { language } = useLanguage();
  const nameOf = (fact: string) => fields[fact] ?? words.other[fact] ?? columns[fact] ?? fact;
  const said = (fact: string, value: string) => values[value] ?? inWords(fact, value, language);
  return (
    <ul>
      {props.facts
        .filter(({ fact }) => !isSaid.has(fact))
        .map(({ fact, before, after }) => (
          <li key={fact}>
            {before === ''
              ? words.is(nameOf(fact), said(fact, after))
              : words.differs(nameOf(fact), said(fact, before), said(fact, after))}
          </li>
        ))}
    </ul>
  );
}

// Whether it was removed says the deed; of which release and model, its title.
const isSaid = new Set(['removed', 'releaseId', 'modelId']);

function inWords(fact: string, value: string, language: Language): string {
  if (value === '') return '';
  if (fact === 'month') return monthWords(value.slice(0, 7), language);
  if (fact === 'units') return countText(Number(value));
  if (fact === 'region') return regionWords(value, language);
  if (fact === 'markets') return countryNames(value.split(', '), language);
  return fact.endsWith('On') ? dayWords(value, language) : value;
}
