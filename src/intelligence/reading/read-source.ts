export async function* readSource(_source: unknown): AsyncGenerator<never> {}
