import { scaleLength, toTwips } from "../layout/measures.js";
import { CHARACTER_PITCH } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import { declareNamespaces, element, XML_DECLARATION } from "./xml.js";

const WORD_SETTINGS_URI = "http://schemas.microsoft.com/office/word";

/** settings.xml, in the order of CT_Settings. */
export function settingsPart(profile: LayoutProfile): string {
  const content =
    element("w:zoom", { "w:percent": 100 }) +
    (profile.mirrorMargins ? element("w:mirrorMargins") : "") +
    element("w:defaultTabStop", { "w:val": toTwips(scaleLength(CHARACTER_PITCH, 2)) }) +
    // §7.5: odd and even pages have their numbers on different sides.
    (profile.pageNumbers === "outer" ? element("w:evenAndOddHeaders") : "") +
    element("w:characterSpacingControl", { "w:val": "compressPunctuation" }) +
    element(
      "w:compat",
      {},
      // A line broken by hand in justified text is not stretched to the full width.
      element("w:doNotExpandShiftReturn") +
        element("w:useFELayout") +
        compatibility("compatibilityMode", 15) +
        compatibility("overrideTableStyleFontSizeAndJustification", 1) +
        compatibility("enableOpenTypeFeatures", 1) +
        compatibility("doNotFlipMirrorIndents", 1),
    ) +
    element("w:decimalSymbol", { "w:val": "." }) +
    element("w:listSeparator", { "w:val": "," });
  return XML_DECLARATION + element("w:settings", declareNamespaces("w"), content);
}

function compatibility(name: string, value: number): string {
  return element("w:compatSetting", { "w:name": name, "w:uri": WORD_SETTINGS_URI, "w:val": value });
}
