/** A tree that a test may write to. */
export type Mutable<Value> = Value extends (infer Item)[]
  ? Mutable<Item>[]
  : Value extends readonly (infer Item)[]
    ? Mutable<Item>[]
    : Value extends object
      ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> }
      : Value;
