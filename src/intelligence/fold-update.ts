/** A version with the update of its CPE: "9.3" and "p1" are "9.3p1", "1.0" and "20" are "1.0-20"; any and not applicable add nothing. */
export function foldUpdate(version: string, update: string): string {
  if (update === '*' || update === '-') return version;
  const added = update.replaceAll(/\\(.)/gs, '$1');
  const isGlued = /\d$/.test(version) && /^[a-z]/i.test(added);
  return isGlued ? `${version}${added}` : `${version}-${added}`;
}
