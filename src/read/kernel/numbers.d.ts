/**
 * The numbers of the kernel. As a script they are what every number is; as WebAssembly whole numbers of four bytes and
 * doubles, which compiled code must be told apart.
 */
declare type i32 = number;
declare type f64 = number;
