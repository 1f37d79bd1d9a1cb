/** The same keys with other words: what a translation must be. A missing or surplus key does not compile. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
