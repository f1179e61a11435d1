export { type CvssScore, type CvssVersion, scoreOf } from './score-of.ts';
export { type Severity, severityOf } from './severity.ts';
