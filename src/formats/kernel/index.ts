export type { KernelEvidence, KernelRule } from './evidence.ts';
export { isBuilt } from './is-built.ts';
export { kernelEvidenceBytes, readKernelEvidence, summaryOf } from './read-evidence.ts';
