/**
 * The letters that stand for a platform in the identification code of an account (the 11th and 12th character), with words of which one
 * occurs in the account's type. Only these five are known for certain; codes with other letters are not judged.
 */
export const defaultPlatforms: ReadonlyMap<string, readonly string[]> = new Map([
  ["WX", ["微信"]],
  ["XL", ["微博"]],
  ["DY", ["抖音"]],
  ["NF", ["南方"]],
  ["TT", ["头条"]],
]);
