import { createContext, createElement, type ReactNode, useContext } from 'react';

/** The signed-in person as every page may know them. */
export interface SignedInPerson {
  name: string;
  /** Names of the roles in the language of the page. */
  roles: string[];
  /** What the person may do, as the contracts name it, for example `product:write`. */
  permissions: string[];
  /** Permissions that hold in these divisions only, by their ids. */
  divisions?: Record<string, string[]>;
}

const Person = createContext<SignedInPerson | null>(null);

/** Tells the pages below it who is signed in; null is an outsider. */
export function PersonProvider(props: { person: SignedInPerson | null; children: ReactNode }): ReactNode {
  return createElement(Person, { value: props.person }, props.children);
}

/** Who is signed in, or null for an outsider. */
export function usePerson(): SignedInPerson | null {
  return useContext(Person);
}

/** Whether to offer an action. It hides buttons that could only fail; the server decides by itself. */
export function useMay(permission: string): boolean {
  return useContext(Person)?.permissions.includes(permission) ?? false;
}

/** In which divisions alone the person may do this; null: everywhere, or nowhere. */
export function useDivisionsOf(permission: string): string[] | null {
  return useContext(Person)?.divisions?.[permission] ?? null;
}
