import type { Link } from "../shapes";

export interface Piece {
  text: string;
  link?: Link;
}

/** A text cut where its links stand; a link that is not found in it comes at the end. */
export function piecesOf(text: string, links: Link[]): Piece[] {
  const pieces: Piece[] = [];
  let rest = text.replace(/<a\b[^>]*>([\s\S]*?)<\/a>/g, "$1");
  for (const link of links) {
    const at = rest.indexOf(link.text);
    if (at < 0) {
      pieces.push({ text: rest });
      rest = "";
    } else {
      pieces.push({ text: rest.slice(0, at) });
      rest = rest.slice(at + link.text.length);
    }
    pieces.push({ text: link.text, link });
  }
  return [...pieces, { text: rest }].filter((piece) => piece.text);
}
