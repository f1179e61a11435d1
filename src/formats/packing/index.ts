export { type Decompressor, decompressed } from './decompressed.ts';
export { PackingFault, type PackingRule } from './fault.ts';
export { type ByteSource, headOf } from './source.ts';
export { unpack } from './unpack.ts';
