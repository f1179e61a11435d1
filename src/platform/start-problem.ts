/**
 * Exit codes of start-up problems, after sysexits.h: 69 something needed is not there, 73 a file or folder cannot be
 * made or written, 75 try again later, 78 the configuration or the kept data do not fit.
 */
export const exitCodes = { unavailable: 69, cannotCreate: 73, tryLater: 75, configuration: 78 } as const;

/** Mamori cannot start and an operator can change that. `message` says what happened, `way` the way out; both English. */
export class StartProblem extends Error {
  readonly exitCode: number;
  readonly way: string;

  constructor(why: keyof typeof exitCodes, message: string, way: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StartProblem';
    this.exitCode = exitCodes[why];
    this.way = way;
  }
}

/** The same problem of the file system in an operator's words, or null when the error is of another kind (a bug). */
export function fileProblem(error: unknown, folder: string): StartProblem | null {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error);
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOTDIR' && code !== 'EEXIST') return null;
  const path = (error as NodeJS.ErrnoException).path ?? folder;
  return new StartProblem(
    'cannotCreate',
    `The state folder ${folder} cannot be used: ${path} cannot be read or written (${code}).`,
    'Choose another folder with --data FOLDER, or run Mamori as the user to whom this one belongs.',
    error,
  );
}

export function diskFull(folder: string, cause?: unknown): StartProblem {
  return new StartProblem(
    'cannotCreate',
    `The disk that holds ${folder} is full. Nothing was lost.`,
    'Free some space on it (a first start needs about 250 MB) and start again, or choose another folder with --data FOLDER.',
    cause,
  );
}
