// Whether a word is one of any language of the site, or a name: then it is never mended. The words are a Bloom filter in parts
// (generator/drws/search/known.py), of which one is read when a word is asked after.

import { keptIn } from "./search-kept.js";

const GOLDEN = 0x9e3779b1;

export class KnownWords {
  /** `table` is the part `known` of `search/<language>.json`; `read` gets one of the files that it names. */
  constructor({ files, asked }, read) {
    this.files = files;
    this.asked = asked;
    this.read = read;
    this.parts = new Map();
  }

  /** Is this folded word in the dictionary? Once in a hundred times the answer is yes for a word that is not. */
  async has(word) {
    if (!this.files.length) return false;
    const checksum = crc32(new TextEncoder().encode(word));
    const part = checksum % this.files.length;
    const bits = await keptIn(this.parts, part, async () => {
      const packed = await this.read(this.files[part]);
      return Uint8Array.from(atob(packed.bits), (sign) => sign.charCodeAt(0));
    });
    const size = bits.length * 8;
    const step = ((Math.imul(checksum, GOLDEN) >>> 8) | 1) >>> 0;
    const start = Math.floor(checksum / this.files.length);
    return Array.from({ length: this.asked }, (_, turn) => (start + turn * step) % size).every((place) => bits[place >> 3] & (1 << (place & 7)));
  }
}

const TABLE = Array.from({ length: 256 }, (_, sign) => {
  let value = sign;
  for (let turn = 0; turn < 8; turn++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** The checksum of zip files, as a number that is not negative. */
function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
