/**
 * Facts of a real record: ids, versions, scores, days, weaknesses. The titles are ours, and of what a record names only
 * those products are here that the demonstration has.
 */
export type VulnerabilityFacts = {
  id: string;
  ja: string;
  en: string;
  /** What its record in the CVE List says. */
  cve?: {
    /** The short name of its CNA. */
    by: string;
    on: string;
    /** "CWE-120 CWE-787" */
    cwe?: string;
    /** The maker does not hold it for a vulnerability. */
    disputed?: true;
    /** Who scored, the score, the vector. */
    cvss?: readonly string[];
    /** What the CNA says of versions. */
    says?: readonly Claim[];
    /** What the CNA of Linux says: all versions but these, when one of these files is built. */
    kernel?: string;
    files?: string;
    /** What CISA adds, by CPE; of what it repeats of the kernel nothing. */
    adp?: readonly Claim[];
  };
  nvd?: { on?: string; cvss?: readonly string[]; says: readonly CpeClaim[] };
  osv?: { id: string; on: string; cvss?: string; package: string; versions: string };
  kev?: { on: string; due: string; of: string; ransomware?: true };
};

/** "vendor/product: versions", or vendor:product of CPE; without vendor "/product". Versions as notation.ts has them. */
export type Claim =
  | string
  | {
      of: string;
      versions?: string;
      /** Versions in words. */
      words?: readonly string[];
      /** What holds of all other versions; without it they are unaffected to a CNA, and unknown to CISA. */
      otherwise?: 'affected' | 'unaffected' | 'unknown';
      /** The order that the record names for its ranges. */
      type?: string;
      files?: string;
      platforms?: readonly string[];
      package?: string;
      from?: string;
    };

export type CpeClaim =
  | string
  | {
      of: string;
      versions: string;
      /** Target software. */
      target?: string;
      /** One of these must be there as well. */
      onlyOn?: readonly string[];
    };
