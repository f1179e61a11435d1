import { z } from 'zod';
import { countries } from '../model.ts';

// UN M49 codes of regions that CLDR, and so every browser, has names for; 150 is Europe, EU the Union.
const macroRegions =
  '001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202 419';

/** Where units can go: every country, the Union, and the world's regions, for makers who count by sales region. */
export const regions: readonly string[] = [...countries, 'EU', ...macroRegions.split(' ')];
const known = new Set(regions);

/**
 * A destination of shipments: JP, EU, or 419 (Latin America).
 * @source ISO 3166-1 alpha-2; UN M49 as CLDR names it
 */
export const Region = z.string().refine((code) => known.has(code), 'is no country, EU or UN M49 region');
