import { Chip } from '#kit/Chip';
import { type Column, Lines } from '#kit/Table';
import { Time } from '#kit/Time';
import { useLanguage, useText } from '#platform/browser/language';
import { roles } from '../model.ts';
import { useWhere } from './Divisions.tsx';
import { joined } from './joined.ts';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';
import type { Person } from './queries.ts';

/** How somebody signs in, the strongest first, in one word each. */
export function wayWords(
  { passkey, totp, password, singleSignOn }: Person['signIn'],
  words: typeof peopleText.en.ways,
) {
  return [
    ...(passkey ? [words.passkey] : []),
    ...(password ? [totp ? words.totp : words.password] : []),
    ...(singleSignOn ? [words.singleSignOn] : []),
  ];
}

/** The columns of the list of people. */
export function usePeopleColumns(open: (id: string) => void): Column<Person>[] {
  const words = useText(peopleText);
  const { language } = useLanguage();
  const where = useWhere();
  return [
    {
      key: 'name',
      title: words.columns.name,
      phone: 'title',
      cell: ({ id, name, email, disabledAt }) => (
        <Lines
          main={
            <>
              <button type="button" className={classes.open} onClick={() => open(id)}>
                {name}
              </button>{' '}
              {disabledAt ? <Chip>{words.disabled}</Chip> : null}
            </>
          }
          sub={email}
        />
      ),
    },
    {
      key: 'roles',
      title: words.columns.roles,
      cell: ({ grants }) => {
        const living = grants.filter(({ ended }) => !ended);
        if (living.length === 0) return words.noRole;
        return joined(
          living.map(({ role, divisionId }) =>
            divisionId === null ? roles[role][language] : words.roleIn(roles[role][language], where(divisionId)),
          ),
          language,
        );
      },
    },
    {
      key: 'signIn',
      title: words.columns.signIn,
      cell: ({ signIn }) => joined(wayWords(signIn, words.ways), language) || words.ways.none,
    },
    {
      key: 'seen',
      title: words.columns.seen,
      cell: ({ seenAt }) => (seenAt ? <Time at={seenAt} /> : words.never),
    },
  ];
}
