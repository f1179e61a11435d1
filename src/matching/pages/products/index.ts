export { TouchedNumbers, useFieldSums, useMatchColumns } from './match-columns.tsx';
