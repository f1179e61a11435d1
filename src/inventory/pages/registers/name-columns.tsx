import { Link } from '@tanstack/react-router';
import { Label } from '#kit/Chip';
import { type Column, Lines, None } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import type { ListedSoldAs } from '../../contract/registers.ts';
import shared from '../products.module.css';
import { countryNames, dayWords } from '../support-words.ts';
import { text } from './text.ts';

/** The columns of names at partners; on the page of a model its own name is left out. */
export function useNameColumns(of: 'all' | 'one-model'): Column<ListedSoldAs>[] {
  const { names: words, partner: partnerWords } = useText(text);
  const { language } = useLanguage();
  const model: Column<ListedSoldAs> = {
    key: 'model',
    title: words.model,
    cell: ({ model: { slug, name }, line }) => (
      <Lines
        main={
          <Link to="/products/$model" params={{ model: slug } as never}>
            {name}
          </Link>
        }
        sub={line.name}
      />
    ),
  };
  return [
    {
      key: 'name',
      title: words.name,
      phone: 'title',
      cell: ({ name, partNumbers }) => <Lines main={name} sub={partNumbers.join(language === 'ja' ? '、' : ', ')} />,
    },
    {
      key: 'direction',
      title: words.directionFilter,
      cell: ({ direction }) => <Label>{words.short[direction]}</Label>,
    },
    ...(of === 'all' ? [model] : []),
    {
      key: 'partner',
      title: words.partner,
      cell: ({ partner: { id, name, contactPost, email, phone } }) => (
        <Lines
          main={
            <Link to="/products/sold-as" search={{ partner: id } as never}>
              {name}
            </Link>
          }
          sub={
            contactPost || email || phone
              ? [contactPost, email, phone].filter(Boolean).map((way) => (
                  <span key={way} className={shared.part}>
                    {way}
                  </span>
                ))
              : partnerWords.noContact
          }
        />
      ),
    },
    {
      key: 'markets',
      title: words.markets,
      cell: ({ markets }) => (markets.length > 0 ? countryNames(markets, language) : <None />),
    },
    {
      key: 'period',
      title: words.period,
      cell: ({ sinceOn, untilOn }) =>
        sinceOn === null && untilOn === null ? (
          <None />
        ) : (
          <Lines
            main={sinceOn === null ? null : words.ongoing(dayWords(sinceOn, language))}
            sub={untilOn === null ? null : words.ended(dayWords(untilOn, language))}
          />
        ),
    },
  ];
}
