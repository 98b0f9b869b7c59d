const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const box = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** What stands in bodies of documents here and there in the world, with the visible text of each `w:p` that is read. */
export const oddBodies: Readonly<Record<string, string>> = {
  "several runs": paragraph(run("关于") + run("2024年", "<w:b/>") + run("的通报")),
  "tabs, breaks and symbols": paragraph(
    '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:cr/><w:t>丁</w:t></w:r>',
  ),
  "pairs of tags without content": paragraph("<w:r><w:t>甲</w:t><w:tab></w:tab><w:t></w:t><w:t/><w:t>乙</w:t></w:r>"),
  "references and rare characters": paragraph("<w:r><w:t>A&amp;B&#x20BB7;𠮷&lt;&#65;&gt;</w:t></w:r>"),
  "blanks at the ends": paragraph("<w:r><w:t>  甲 </w:t></w:r><w:r><w:t xml:space='preserve'> 乙\n</w:t></w:r>"),
  "comments and CDATA": paragraph("<w:r><w:t>甲<!-- < w:t -->乙<![CDATA[<丙>]]>丁</w:t></w:r>"),
  "tracked changes": paragraph(
    run("原来") +
      `<w:ins w:id="1" w:author="甲">${run("新的")}</w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>旧的</w:delText></w:r></w:del><w:moveFrom w:id="3" w:author="甲">${run("移走")}</w:moveFrom>` +
      run("后面"),
    '<w:rPr><w:ins w:id="4" w:author="甲"/></w:rPr>',
  ),
  "a field with nested fields": paragraph(
    run("前") +
      field("begin") +
      "<w:r><w:instrText> IF </w:instrText></w:r>" +
      field("begin") +
      run("算式里") +
      field("separate") +
      run("内果") +
      field("end") +
      field("separate") +
      run("结果") +
      field("end") +
      run("后"),
  ),
  "a simple field and a link": paragraph(
    `<w:fldSimple w:instr="PAGE">${run("3")}</w:fldSimple><w:hyperlink w:anchor="x">${run("链接")}</w:hyperlink>`,
  ),
  "hidden text": paragraph(
    run("看得见") +
      run("看不见", "<w:vanish/>") +
      run("又看得见", '<w:vanish w:val="0"/>') +
      run("样式隐藏", '<w:rStyle w:val="Hidden"/>'),
  ),
  "a paragraph style that hides": paragraph(
    run("都看不见") + run("例外", '<w:vanish w:val="false"/>'),
    '<w:pStyle w:val="Gone"/>',
  ),
  "a text box": paragraph(run("框前") + box(paragraph(run("框里"))) + run("框后")),
  "two text boxes before text": paragraph(box(paragraph(run("一")) + paragraph(run("二")))) + paragraph(run("正文")),
  "a diagram with text of its own": paragraph(
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:p><a:r><a:t>图中</a:t></a:r></a:p></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>" +
      run("文字"),
  ),
  "a ruby and a formula": paragraph(
    `<w:r><w:ruby><w:rubyPr/><w:rt>${run("hàn")}</w:rt><w:rubyBase>${run("汉")}</w:rubyBase></w:ruby></w:r>${run("字")}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`,
  ),
  "a table with cells of several paragraphs":
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>${paragraph(run("甲一"))}${paragraph(run("甲二"))}</w:tc><w:tc>${paragraph("")}</w:tc></w:tr></w:tbl>` +
    paragraph(run("表后")),
  "a table in a table": `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>${paragraph(run("外"))}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>${paragraph(run("内"))}</w:tc></w:tr></w:tbl>${paragraph("")}</w:tc></w:tr></w:tbl>`,
  "content controls": `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(`<w:sdt><w:sdtPr/><w:sdtContent>${run("控件")}</w:sdtContent></w:sdt>${run("之后")}`)}</w:sdtContent></w:sdt>`,
  "a merged paragraph":
    paragraph(run("上半"), '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>') + paragraph(run("下半")),
  "a property that was changed": paragraph(
    run("字", '<w:b/><w:rPrChange w:id="9" w:author="甲"><w:rPr><w:vanish/></w:rPr></w:rPrChange>') + run("句"),
    '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>',
  ),
};

/** Styles that the bodies name. */
export const oddStyles =
  '<w:style w:type="character" w:styleId="Hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>';
