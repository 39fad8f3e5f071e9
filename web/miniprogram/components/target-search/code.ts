/** The organisation's code in an address of ours; nothing in any other. */
export function codeIn(content: string): string | undefined {
  return /\/t\/([0-9A-Za-z-]{4,40})$/.exec(content.trim())?.[1];
}
