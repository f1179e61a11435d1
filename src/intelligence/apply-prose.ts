import type { Criterion } from './statement.ts';

export const withPhrasesRead = (criterion: Criterion, _of: { vulnerability: string }): Criterion[] => [criterion];
