import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { FieldWords } from '#kit/Field';
import { PickField } from '#kit/PickField';
import { useText } from '#platform/browser/language';
import { peopleQuery } from './queries.ts';
import { text } from './text.ts';

/** Somebody who can sign in, found by a part of the name or address; null is nobody. */
export function PersonPick(
  props: FieldWords & {
    name: string;
    value: string | null;
    onChange: (personId: string | null) => void;
    /** Who is chosen already, so that the field knows the name. */
    known?: { id: string; name: string } | undefined;
    /** Choices before the people: "stays here". */
    first?: { value: string; label: string }[];
    /** Who cannot be chosen: who hands over. */
    without?: string | undefined;
  },
): ReactNode {
  const { known, first = [], without, ...field } = props;
  const words = useText(text);
  const [typed, setTyped] = useState('');
  const everybody = useQuery(peopleQuery('')).data;
  const found = useQuery(peopleQuery(useDeferredValue(typed))).data;
  const options = useMemo(() => {
    const people = new Map<string, { label: string; reading: string }>();
    if (known) people.set(known.id, { label: known.name, reading: '' });
    for (const { id, name, email, absence } of [...(everybody ?? []), ...(found ?? [])])
      people.set(id, {
        label: absence ? words.absentPerson(name, absence === 'leave' ? words.onLeave : words.away) : name,
        reading: `${email} ${name.replace(/\s/g, '')}`,
      });
    if (without) people.delete(without);
    return [...people].map(([value, person]) => ({ value, ...person }));
  }, [everybody, found, known, without, words]);

  return <PickField {...field} options={[...first, ...options]} nothing={words.assign.nothing} onSearch={setTyped} />;
}
