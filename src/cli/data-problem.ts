import { Refusal } from '#platform/errors';
import { StartProblem } from '#platform/start-problem';

/** Why these data do not go with this release, in an operator's words; null when the problem is another. */
export function dataProblem(problem: unknown): StartProblem | null {
  if (!(problem instanceof Refusal) || problem.code !== 'conflict') return null;
  const way =
    'newer' in problem.details
      ? 'Start that newer version, or restore a backup of this version into an empty state.'
      : 'Use the release that made these data; nothing was changed.';
  return new StartProblem('configuration', problem.message, way, problem);
}
