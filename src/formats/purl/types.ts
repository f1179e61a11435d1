/** What a type asks of its parts beyond the common rules. */
export type PurlTypeRule = {
  lower?: readonly ('namespace' | 'name' | 'version')[];
  /** Underscores and dots of the name are one hyphen. */
  dashedName?: true;
  namespace?: 'required' | 'none';
};

const both = ['namespace', 'name'] as const;

/** @source Definitions of the registered types, package-url/purl-spec `types/` */
export const typeRules: Readonly<Record<string, PurlTypeRule>> = {
  alpm: { lower: both, namespace: 'required' },
  apk: { lower: both },
  bitbucket: { lower: both, namespace: 'required' },
  bitnami: { lower: ['name'], namespace: 'none' },
  cargo: { namespace: 'none' },
  cocoapods: { namespace: 'none' },
  composer: { lower: both },
  conda: { namespace: 'none' },
  cran: { namespace: 'none' },
  deb: { lower: both },
  gem: { namespace: 'none' },
  github: { lower: both, namespace: 'required' },
  golang: { lower: both },
  hackage: { namespace: 'none' },
  hex: { lower: both },
  huggingface: { lower: ['version'] },
  luarocks: { lower: both },
  npm: { lower: ['namespace'] },
  nuget: { namespace: 'none' },
  oci: { lower: ['name'], namespace: 'none' },
  otp: { lower: ['name'], namespace: 'none' },
  pub: { lower: ['name'], namespace: 'none' },
  pypi: { lower: ['name'], dashedName: true, namespace: 'none' },
  qpkg: { lower: ['namespace'], namespace: 'required' },
  rpm: { lower: ['namespace'] },
  swift: { namespace: 'required' },
};
