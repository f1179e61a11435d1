import type { Permission } from './model.ts';

/** The lists that keep views, and what somebody must be allowed to open each. */
export const lists = {
  products: 'product:read',
  technologies: 'product:read',
  'sold-as': 'product:read',
  'sbom-imports': 'product:read',
  components: 'product:read',
  'release-components': 'product:read',
  comparison: 'product:read',
  'release-matches': 'vulnerability:read',
  vulnerabilities: 'vulnerability:read',
  phrases: 'vulnerability:read',
  identities: 'vulnerability:read',
  organization: 'organization:read',
  people: 'person:read',
  audit: 'audit:read',
  jobs: 'job:read',
  deliveries: 'job:read',
  notices: 'signed-in',
} as const satisfies Record<string, Permission | 'signed-in'>;

export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as [ListName, ...ListName[]];

/** How many views there can be: of one person in one list, and shared by everybody in one list. */
export const mostViews = { own: 30, shared: 50 } as const;
