// The memory that the kernel works in, as WebAssembly sees it: memory.ts in AssemblyScript, word for word.

@unmanaged
export class Memory {
  byte(at: i32): i32 {
    return load<u8>(at);
  }

  setByte(at: i32, value: i32): void {
    store<u8>(at, value);
  }

  word(at: i32): i32 {
    return load<i32>(at);
  }

  short(at: i32): i32 {
    return load<i16>(at);
  }

  setShort(at: i32, value: i32): void {
    store<i16>(at, value);
  }

  int(at: i32): i32 {
    return load<i32>(at);
  }

  setInt(at: i32, value: i32): void {
    store<i32>(at, value);
  }

  // What passes for this object is the address of the area.
  own(at: i32): i32 {
    return load<i32>(changetype<i32>(this) + at);
  }

  setOwn(at: i32, value: i32): void {
    store<i32>(changetype<i32>(this) + at, value);
  }

  ownByte(at: i32): i32 {
    return load<u8>(changetype<i32>(this) + at);
  }

  ownDouble(at: i32): f64 {
    return load<f64>(changetype<i32>(this) + at);
  }

  setOwnDouble(at: i32, value: f64): void {
    store<f64>(changetype<i32>(this) + at, value);
  }

  double(at: i32): f64 {
    return load<f64>(at);
  }

  setDouble(at: i32, value: f64): void {
    store<f64>(at, value);
  }
}

export function product(a: i32, b: i32): i32 {
  return a * b;
}

export function toDouble(value: i32): f64 {
  return value;
}

export function toWhole(value: f64): i32 {
  return i32(value);
}

export function floor(value: f64): f64 {
  return Math.floor(value);
}
