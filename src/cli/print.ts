import { styleText } from 'node:util';

const started = performance.now();

// Who reads only the beginning (| head) has what they wanted; that is no error.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') process.exit(0);
  throw problem;
});

/** A line of progress on standard error, with the seconds since the start. */
export function progress(line: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
  process.stderr.write(`${styleText('dim', seconds, { stream: process.stderr })}  ${line}\n`);
}

/** What the command answers, on standard output. */
export function answer(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The same as data, one JSON document on standard output. */
export function answerJson(value: unknown): void {
  answer(JSON.stringify(value, null, 2));
}

/** What went wrong and the way out, on standard error. */
export function complain(message: string, way?: string): void {
  process.stderr.write(`${styleText('red', 'mamori:', { stream: process.stderr })} ${message}\n`);
  if (way) process.stderr.write(`        ${way}\n`);
}
