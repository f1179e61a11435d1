import { type Read, readShape } from '../read-shape.ts';
import { Cve5 } from './shape.ts';

export { type Affected, Configuration, type Container, CpeMatch, type Cve5, type Node, type Version } from './shape.ts';

/**
 * One CVE record.
 * @returns the record, or every place of it that is wrong, as JSON pointers
 * @source CVE Record Format 5.0 and 5.1 (CVE Program)
 */
export const readCve5 = (bytes: Uint8Array): Read<Cve5> => readShape(bytes, Cve5);
