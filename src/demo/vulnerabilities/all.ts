import { base } from './base.ts';
import { cloud } from './cloud.ts';
import { curl } from './curl.ts';
import { device } from './device.ts';
import { kernelCore } from './kernel-core.ts';
import { kernelParts } from './kernel-parts.ts';
import { network } from './network.ts';
import { openssl } from './openssl.ts';
import type { VulnerabilityFacts } from './shape.ts';

/** Every vulnerability of the demonstration. */
export const vulnerabilities: readonly VulnerabilityFacts[] = [
  ...openssl,
  ...curl,
  ...base,
  ...network,
  ...device,
  ...cloud,
  ...kernelCore,
  ...kernelParts,
];
