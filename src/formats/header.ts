/** What is doubtful about the column names of a table; columns count from 1. */
export type HeaderFault =
  | { rule: 'empty-header'; column: number; message: string }
  | { rule: 'duplicate-header'; column: number; message: string; name: string; first: number };

/**
 * Finds columns with values but without a name, and names that stand twice (half and full width are the same name).
 * A nameless column without values is no fault: Excel leaves them where only a format was touched.
 */
export function headerFaults(header: readonly string[], rows: readonly { cells: readonly string[] }[]): HeaderFault[] {
  const firstColumnByName = new Map<string, number>();
  return header.flatMap((cell, index): HeaderFault[] => {
    const name = cell.normalize('NFKC').trim();
    const column = index + 1;
    if (name === '') {
      const isUsed = rows.some(({ cells }) => (cells[index] ?? '').trim() !== '');
      return isUsed ? [{ rule: 'empty-header', column, message: 'This column holds values but has no name' }] : [];
    }
    const first = firstColumnByName.get(name);
    if (first !== undefined) {
      return [
        { rule: 'duplicate-header', column, message: `"${cell}" already names column ${first}`, name: cell, first },
      ];
    }
    firstColumnByName.set(name, column);
    return [];
  });
}
