import { cyclonedxJson, cyclonedxXml } from './from-cyclonedx.ts';
import type { SbomReader } from './reader.ts';

/** Every format that is read, in the order in which they are asked: what is sure by its own mark first. */
export const readers: readonly SbomReader[] = [cyclonedxJson, cyclonedxXml];
