/** A path of ours, or the first page: nobody is sent elsewhere by what stands in a link. */
export function safeNext(next: string | null | undefined): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(next) ? next : '/';
}
