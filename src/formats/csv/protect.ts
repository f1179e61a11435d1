// Excel and LibreOffice run a cell that begins so, also in full width and behind blanks.
const DANGEROUS = /^\s*[=+\-@＝＋－＠\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * Makes a cell safe to open in a spreadsheet: one apostrophe before what would run as a formula.
 * Plain numbers (-12, +3.5) stay numbers. A cell that already looks protected gets one apostrophe more,
 * so `unprotect(protect(cell)) === cell` for every string.
 */
export function protect(cell: string): string {
  return isDangerous(withoutApostrophes(cell)) ? `'${cell}` : cell;
}

/** Takes away the one apostrophe that `protect` added. */
export function unprotect(cell: string): string {
  return cell.startsWith("'") && isDangerous(withoutApostrophes(cell)) ? cell.slice(1) : cell;
}

function isDangerous(rest: string): boolean {
  return DANGEROUS.test(rest) && !PLAIN_NUMBER.test(rest);
}

function withoutApostrophes(cell: string): string {
  let start = 0;
  while (cell[start] === "'") start++;
  return start === 0 ? cell : cell.slice(start);
}
