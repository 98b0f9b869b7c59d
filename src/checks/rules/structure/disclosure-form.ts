import type { Rule } from "../../rule.js";

/** 公开方式：主动公开, and nothing that says otherwise. */
export const disclosureForm: Rule = {
  id: "disclosure-form",
  name: "公开方式写法不对或前后矛盾",
  severity: "error",
  description: "公开方式写主动公开、依申请公开或不予公开；与附注（此件公开发布）不能矛盾。",
  source: "政府信息公开条例",
  mistakes: [64],
  check(draft, report) {
    const [disclosure] = draft.withRole("disclosure");
    const note = draft.withRole("note").find(({ text }) => /公开|不对外/u.test(text));
    if (disclosure !== undefined) {
      const value = disclosure.text.replace(/^\s*(?:信息)?公开(?:方式|选项|属性|类别|形式)\s*[：:]\s*/u, "").trim();
      if (!/^(?:此件)?(?:主动公开|依申请公开|不予公开|公开发布|删减后公开|不公开|内部公开)/u.test(value)) {
        report({
          at: { passage: disclosure },
          message: "看不出是哪一种公开方式",
          actual: disclosure.text,
          expected: "公开方式：主动公开（或依申请公开、不予公开）",
          severity: "warning",
        });
      }
    }
    if (disclosure === undefined || note === undefined) return;
    if (isOpen(disclosure.text) === isOpen(note.text)) return;
    report({
      at: { passage: disclosure },
      message: "公开方式与附注矛盾",
      actual: disclosure.text,
      related: [{ at: { passage: note }, message: `附注是${note.text}` }],
    });
  },
  examples: {
    wrong: [
      {
        shows: "矛盾",
        draft: { disclosure: "公开方式：依申请公开", note: "（此件公开发布）" },
        report: ["公开方式：公开方式与附注矛盾；实际：公开方式：依申请公开；另见 附注：附注是（此件公开发布）"],
      },
      {
        shows: "没有写哪一种",
        draft: { disclosure: "公开方式：" },
        report: [
          "公开方式：看不出是哪一种公开方式；实际：公开方式：；应为：公开方式：主动公开（或依申请公开、不予公开）",
        ],
      },
    ],
    right: [
      { shows: "主动公开", draft: { disclosure: "公开方式：主动公开", note: "（此件公开发布）" } },
      { shows: "附注说的是别的事", draft: { disclosure: "公开方式：依申请公开", note: "（联系人：×××）" } },
    ],
  },
};

function isOpen(text: string): boolean {
  return !/依申请|不予|不公开|不对外|删减/u.test(text);
}
