import { createContext, type ReactNode, useContext } from 'react';
import { useText } from '#platform/browser/language';
import { peopleText } from './people-text.ts';

export type DivisionName = { id: string; name: string };

const Divisions = createContext<DivisionName[]>([]);

/**
 * The place where the shell puts in the company's divisions: they are known to a step to the right of this one.
 * Without it a role can be given in the whole company only.
 */
export function DivisionsPlace(props: { divisions: DivisionName[]; children: ReactNode }): ReactNode {
  return <Divisions value={props.divisions}>{props.children}</Divisions>;
}

export const useDivisions = (): DivisionName[] => useContext(Divisions);

/** Where a role holds, in words. */
export function useWhere(): (divisionId: string | null) => string {
  const words = useText(peopleText).panel;
  const divisions = useDivisions();
  return (divisionId) =>
    divisionId === null
      ? words.everywhere
      : (divisions.find(({ id }) => id === divisionId)?.name ?? words.unknownDivision);
}
