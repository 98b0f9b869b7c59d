import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** The same input gives the same bytes on every machine, in every time zone and locale: these give something else. */
const dependsOnTheMachine = {
  properties: [
    ...["localeCompare", "toLocaleString", "toLocaleDateString", "toLocaleTimeString"],
    ...["toLocaleUpperCase", "toLocaleLowerCase"],
  ].map((property) => ({
    property,
    message: "Depends on the locale: compare code units, write numbers and dates out.",
  })),
  localDateProperties: [
    ...["getFullYear", "getMonth", "getDate", "getDay", "getHours", "getMinutes", "getSeconds", "getTimezoneOffset"],
    ...["setFullYear", "setMonth", "setDate", "setHours", "setMinutes", "setSeconds"],
    ...["toDateString", "toTimeString"],
  ].map((property) => ({ property, message: "Depends on the time zone: dates here are civil dates, count in UTC." })),
  objectProperties: [
    { object: "Date", property: "now", message: "Reads the clock." },
    { object: "Date", property: "parse", message: "Depends on the time zone." },
    { object: "performance", property: "now", message: "Reads the clock." },
    { object: "Math", property: "random", message: "Random." },
    { object: "crypto", property: "randomUUID", message: "Random." },
    { object: "crypto", property: "getRandomValues", message: "Random." },
    { object: "Intl", property: "Collator", message: "Depends on the locale data of the machine." },
    { object: "Intl", property: "DateTimeFormat", message: "Depends on the locale data of the machine." },
    { object: "Intl", property: "NumberFormat", message: "Depends on the locale data of the machine." },
  ],
  syntax: [
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Reads the clock." },
    {
      selector:
        "NewExpression[callee.name='Date'][arguments.length=1] > :not(CallExpression[callee.object.name='Date'][callee.property.name='UTC']).arguments",
      message: "Depends on the time zone when given text: use new Date(Date.UTC(…)).",
    },
    {
      selector: "NewExpression[callee.name='Date'][arguments.length>1]",
      message: "Depends on the time zone: use new Date(Date.UTC(…)).",
    },
    { selector: "CallExpression[callee.name='Date']", message: "Reads the clock." },
  ],
  globals: [{ name: "process", message: "The environment stays at the edge, in src/cli." }],
  imports: [
    ...["node:fs", "node:fs/promises", "fs", "fs/promises"],
    ...["node:os", "node:process", "node:child_process", "node:worker_threads", "node:perf_hooks"],
    ...["os", "process", "child_process", "worker_threads", "perf_hooks"],
  ].map((name) => ({ name, message: "Files and the environment stay at the edge, in src/cli." })),
};

export default defineConfig(
  // AssemblyScript looks like TypeScript, but has types of its own.
  globalIgnores(["dist/", "output/", "coverage/", "**/*.tmp-*/", "scripts/deflate/assembly/"]),
  // Made by a program.
  globalIgnores(["src/openxml/deflate-in-javascript.ts"]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      // Files written by people hold control characters; XML must not.
      "no-control-regex": "off",
      "object-shorthand": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // [...text] takes code points apart, which is what layout counts.
      "@typescript-eslint/no-misused-spread": ["error", { allow: [{ from: "lib", name: "string" }] }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // Brackets say that a key may be missing: that is right for records read from files.
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-console": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/cli/**"],
    rules: {
      "no-restricted-globals": ["error", ...dependsOnTheMachine.globals],
      "no-restricted-imports": ["error", { paths: dependsOnTheMachine.imports }],
      "no-restricted-properties": [
        "error",
        ...dependsOnTheMachine.properties,
        ...dependsOnTheMachine.localDateProperties,
        ...dependsOnTheMachine.objectProperties,
      ],
      "no-restricted-syntax": [
        "error",
        ...dependsOnTheMachine.syntax,
        {
          selector:
            "ImportDeclaration[source.value='zod'][importKind!='type'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
          message: 'Would bundle the messages of all its languages, 400 kB: import * as z from "zod".',
        },
        {
          selector: "PrivateIdentifier",
          message: "Slow until V8 optimizes it, and most code runs once: use private.",
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // What outside programs and libraries return is checked by the assertions themselves.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: { globals: { Buffer: "readonly", URL: "readonly" } },
  },
  {
    files: ["**/*.cjs"],
    languageOptions: { sourceType: "commonjs", globals: { __dirname: "readonly" } },
  },
);
