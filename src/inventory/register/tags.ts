import type { TagFacts } from '../model/registers.ts';
import { asWellKnown } from '../well-known-tags.ts';
import type { Register } from './register.ts';
import { tagTable } from './store/tables.ts';
import { listCarrying } from './store/uses.ts';

/**
 * The technologies that products speak. The list belongs to the whole company: who answers for one division alone adds to
 * it and changes nothing. Models and releases carry the name, so a name that stands is never written otherwise, and one
 * that is carried cannot be removed.
 */
export const tags: Register<TagFacts> = {
  name: 'tags',
  subject: 'technology-tag',
  table: tagTable,
  isOpen: true,
  canonical: async (_transaction, changes) =>
    changes.map((change) => {
      const name = change.standing?.facts.name ?? asWellKnown(change.after.name);
      return { ...change, after: { ...change.after, name } };
    }),
  refers: () => ({}),
  modelIdOf: () => null,
  titleOf: ({ name }) => name,
  faultOf: () => null,
  usesOf: listCarrying,
  afterwards: async () => {},
};
