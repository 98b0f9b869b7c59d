/** Who may import whom in `src/`. Run through `scripts/check-dependencies.mjs`. */

/** Matches a package wherever npm has put it. */
const packageNamed = (name) => `(^|/)node_modules/${name}/`;

const onlyUnder = (rooms, name, reason) => ({
  name: `only-${rooms.join("-and-").replaceAll("/", "-")}-imports-${name}`,
  comment: reason,
  severity: "error",
  from: { path: "^src/", pathNot: rooms.map((room) => `^src/${room}/`) },
  to: { path: packageNamed(name) },
});

module.exports = {
  forbidden: [
    {
      name: "document-imports-nothing-of-ours",
      comment: "The document tree is what all rooms meet in: it must not know any of them.",
      severity: "error",
      from: { path: "^src/document/" },
      to: { path: "^src/", pathNot: "^src/document/" },
    },
    {
      name: "diagnostics-import-only-the-document",
      comment: "Every room reports diagnostics: if they knew a room, everything would know it.",
      severity: "error",
      from: { path: "^src/diagnostics/" },
      to: { path: "^src/", pathNot: "^src/(diagnostics|document)/" },
    },
    {
      name: "progress-imports-nothing-of-ours",
      comment: "Any room may tell how far its work is: what it tells through must not know any of them.",
      severity: "error",
      from: { path: "^src/progress/" },
      to: { path: "^src/", pathNot: "^src/progress/" },
    },
    {
      name: "meaning-does-not-know-its-presentation",
      comment:
        "Reading, checking and merging data must not depend on which formats are written, nor on the command line.",
      severity: "error",
      from: { path: "^src/(input|schema|facts|template|edition|checks|diff|merge|layout|workbook)/" },
      to: { path: "^src/(docx|text|html|report|cli)/" },
    },
    {
      name: "writers-do-not-read-input",
      comment:
        "A writer takes the document tree and nothing else, so that any tree can be written, wherever it comes from.",
      severity: "error",
      from: { path: "^src/(docx|text|html)/" },
      to: { path: "^src/input/" },
    },
    {
      name: "report-knows-only-what-was-found",
      comment: "A report tells of findings or changes, wherever the draft comes from and however it is written.",
      severity: "error",
      from: { path: "^src/report/" },
      to: { path: "^src/", pathNot: "^src/(report|checks|diff|diagnostics|document)/" },
    },
    {
      name: "only-the-command-line-imports-report",
      comment: "A report is an end: nothing goes on from it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(report|cli)/" },
      to: { path: "^src/report/" },
    },
    {
      name: "nothing-imports-the-command-line",
      comment: "The command line is the edge: arguments in, exit code out.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "openxml-knows-only-packages",
      comment:
        "Zip archives and XML are the same whatever they hold: workbooks and Word documents are read through this room.",
      severity: "error",
      from: { path: "^src/openxml/" },
      to: { path: "^src/", pathNot: "^src/(openxml|diagnostics|document)/" },
    },
    onlyUnder(["docx"], "docx", "Word's format stands in one place."),
    onlyUnder(["openxml"], "saxes", "XML is read in one place, for workbooks and Word documents alike."),
    onlyUnder(["workbook"], "exceljs", "Workbooks are written in one place, and never read with this library."),
    onlyUnder(["template"], "handlebars", "The template language stands in one place."),
    onlyUnder(["schema"], "zod", "Shapes of files are declared in one place; elsewhere there are plain types."),
    onlyUnder(["cli"], "commander", "Arguments are taken apart at the edge."),
    {
      name: "no-circular-imports",
      comment: "Files that import each other in a circle can only be understood, and loaded, all at once.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment:
        "A file that nothing imports and that imports nothing is of no use; only the command's entry may stand alone.",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: ["^src/cli/main\\.ts$", "\\.d\\.ts$"] },
      to: {},
    },
    {
      name: "source-does-not-import-tests-or-scripts",
      comment: "The package ships neither.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|bench)/" },
    },
    {
      name: "source-does-not-import-development-dependencies",
      comment: "What is only a devDependency is missing, or unreviewed, where the package is used.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], path: "(^|/)node_modules/", pathNot: packageNamed("@types/node") },
    },
    {
      name: "dependencies-are-declared",
      comment: "A package that is there by chance, through another, can vanish with the next update.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "imports-resolve",
      comment: "An import that leads nowhere would also escape every other rule.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
