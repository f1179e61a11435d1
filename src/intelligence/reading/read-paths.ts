export async function* readPaths(_paths: readonly string[]): AsyncGenerator<never> {}
