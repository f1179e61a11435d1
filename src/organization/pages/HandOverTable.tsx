import type { ReactNode } from 'react';
import { type Column, Lines, Table } from '#kit/Table';
import { useText } from '#platform/browser/language';
import type { DeskHolding, PersonDesk } from '../model.ts';
import { DutyList } from './DutyList.tsx';
import { PersonPick } from './PersonPick.tsx';
import { text } from './text.ts';

/** The choices that are no person. */
export const KEEP = 'keep';
export const NOBODY = 'nobody';

/** The posts of somebody who leaves, with what hangs on each and who takes it over. */
export function HandOverTable(props: {
  desk: PersonDesk;
  holdings: DeskHolding[];
  choiceOf: (holding: DeskHolding) => string;
  onChoose: (holding: DeskHolding, choice: string) => void;
}): ReactNode {
  const { handOver: words, person } = useText(text);
  const nameOf = ({ post }: DeskHolding) => `${post.division.name} ${post.name}`;
  const first = [
    { value: KEEP, label: words.keep },
    { value: NOBODY, label: words.vacant },
  ];
  const columns: Column<DeskHolding>[] = [
    {
      key: 'post',
      title: person.post,
      phone: 'title',
      cell: (holding) => <Lines main={nameOf(holding)} sub={holding.post.duties} />,
    },
    { key: 'kind', title: person.kind, phone: 'corner', cell: ({ kind }) => person.kinds[kind] },
    { key: 'duties', title: person.duties, cell: ({ duties }) => <DutyList duties={duties} /> },
    {
      key: 'to',
      title: words.toShort,
      cell: (holding) => (
        <PersonPick
          name={`to-${holding.id}`}
          label={words.to(nameOf(holding))}
          labelHidden
          first={first}
          value={props.choiceOf(holding)}
          onChange={(choice) => props.onChoose(holding, choice ?? KEEP)}
          without={props.desk.person.id}
        />
      ),
    },
  ];
  return (
    <Table
      label={words.label}
      columns={columns}
      rows={props.holdings}
      idOf={({ id }) => id}
      nameOf={nameOf}
      empty={null}
    />
  );
}
