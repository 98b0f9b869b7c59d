import type { Picture } from "../document/tree.js";
import { type Length, toEmus } from "../layout/measures.js";
import { fittedPicture } from "../layout/picture.js";
import { paragraph } from "./paragraph.js";
import { attributes, declareNamespaces, element, NAMESPACES } from "./xml.js";

/**
 * A picture in a paragraph of its own.
 *
 * @param number Its position among the pictures of the document, from 1; Word wants the ids of drawings to differ.
 * @param relationshipId The relationship of the document part that leads to the picture's bytes.
 * @param available The room it may take; it keeps its proportions.
 */
export function pictureParagraph(
  picture: Picture,
  number: number,
  relationshipId: string,
  available: { readonly width: Length; readonly height: Length },
): string {
  const size = fittedPicture({ width: picture.widthPixels, height: picture.heightPixels }, available);
  const extent = { cx: toEmus(size.width), cy: toEmus(size.height) };
  const name = `图片 ${String(number)}`;
  const description = picture.alternativeText;
  const pic = element(
    "pic:pic",
    declareNamespaces("pic"),
    element(
      "pic:nvPicPr",
      {},
      element("pic:cNvPr", { id: number, name, descr: description }) +
        element("pic:cNvPicPr", {}, element("a:picLocks", { noChangeAspect: 1 })),
    ) +
      element(
        "pic:blipFill",
        {},
        element("a:blip", { "r:embed": relationshipId }) + element("a:stretch", {}, element("a:fillRect")),
      ) +
      element(
        "pic:spPr",
        {},
        element("a:xfrm", {}, element("a:off", { x: 0, y: 0 }) + element("a:ext", extent)) +
          element("a:prstGeom", { prst: "rect" }, element("a:avLst")),
      ),
  );
  const inline = element(
    "wp:inline",
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    element("wp:extent", extent) +
      element("wp:docPr", { id: number, name, descr: description }) +
      element(
        "wp:cNvGraphicFramePr",
        {},
        `<a:graphicFrameLocks${attributes({ ...declareNamespaces("a"), noChangeAspect: 1 })}/>`,
      ) +
      element("a:graphic", declareNamespaces("a"), element("a:graphicData", { uri: NAMESPACES.pic }, pic)),
  );
  // Paragraphs come from the docx library; the drawing is put into an empty one.
  return paragraph("Picture", []).replace("</w:p>", () => `<w:r><w:drawing>${inline}</w:drawing></w:r></w:p>`);
}
