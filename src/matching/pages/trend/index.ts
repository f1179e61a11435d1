export { Trend } from './Trend.tsx';
