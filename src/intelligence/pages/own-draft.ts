import type { OwnFacts } from '../model.ts';

/** What is typed: lists as lines. */
export type OwnDraft = Record<
  'titleJa' | 'titleEn' | 'overview' | 'vector' | 'names' | 'products' | 'technologies' | 'references',
  string
> & {
  tlp: OwnFacts['tlp'];
};

export const emptyDraft: OwnDraft = {
  ...{ titleJa: '', titleEn: '', overview: '', vector: '', names: '', products: '', technologies: '', references: '' },
  tlp: 'clear',
};

export function draftOf(facts: OwnFacts): OwnDraft {
  const { titleJa, titleEn, overview, vector, tlp } = facts;
  return {
    ...{ titleJa, titleEn, overview, vector, tlp },
    names: facts.names.join(', '),
    technologies: facts.technologies.join(', '),
    references: facts.references.join('\n'),
    products: facts.products
      .map(({ product, versions }) => (versions ? `${product} | ${versions}` : product))
      .join('\n'),
  };
}

const listed = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((one) => one.trim())
    .filter(Boolean);

/** What was typed, as the record keeps it. */
export function factsOf(draft: OwnDraft): OwnFacts {
  const { titleJa, titleEn, overview, vector, tlp } = draft;
  return {
    ...{ titleJa, titleEn, overview, vector, tlp },
    names: listed(draft.names, /[,、\s]+/),
    technologies: listed(draft.technologies, /[,、\n]+/),
    references: listed(draft.references, /\s+/),
    products: listed(draft.products, /\n+/).map((line) => {
      const [product = '', ...versions] = line.split(/[|｜]/);
      return { product: product.trim(), versions: versions.join('|').trim() };
    }),
  };
}
