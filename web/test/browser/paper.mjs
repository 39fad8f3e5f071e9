// A small PDF, made by hand: pages with a frame, lines and a number.
let count = 0;

/** @param catalog what else stands in the catalog, such as an action */
export function paper(pages = 1, catalog = "") {
  const own = `${Date.now()}-${(count += 1)}`;
  const kids = Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${pages} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  for (let page = 1; page <= pages; page += 1) {
    const content = drawing(page, own);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length + 2} 0 R` +
        " /Resources << /Font << /F1 3 0 R >> >> >>",
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  return Buffer.from(written(objects), "latin1");
}

function drawing(page, own) {
  const lines = Array.from({ length: 18 }, (_, i) => `70 ${640 - 32 * i} m 525 ${640 - 32 * i} l S`);
  return [
    "1 w 50 50 495 742 re S",
    `BT /F1 26 Tf 150 740 Td (Volunteer form, page ${page}) Tj ET`,
    `BT /F1 12 Tf 70 690 Td (${own}) Tj ET`,
    "0.5 w",
    ...lines,
  ].join("\n");
}

function written(objects) {
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`);
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return text;
}
