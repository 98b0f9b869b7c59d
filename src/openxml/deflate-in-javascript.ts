// @ts-nocheck -- made by a program
/**
 * What `deflate-module.ts` holds, as JavaScript. Written by `npm run build` in `scripts/deflate`.
 *
 * Sources: SHA-256 ccf744cae21d1e1090e706d6a21793e9b28a25d32b6a94b1743f048daaf4f9c9
 */
export function deflateInJavaScript(): unknown {

  var bufferView;
  var base64ReverseLookup = new Uint8Array(123/*'z'+1*/);
  for (var i = 25; i >= 0; --i) {
    base64ReverseLookup[48+i] = 52+i; // '0-9'
    base64ReverseLookup[65+i] = i; // 'A-Z'
    base64ReverseLookup[97+i] = 26+i; // 'a-z'
  }
  base64ReverseLookup[43] = 62; // '+'
  base64ReverseLookup[47] = 63; // '/'
  /** @noinline Inlining this function would mean expanding the base64 string 4x times in the source code, which Closure seems to be happy to do. */
  function base64DecodeToExistingUint8Array(uint8Array, offset, b64) {
    var b1, b2, i = 0, j = offset, bLength = b64.length, end = offset + (bLength*3>>2) - (b64[bLength-2] == '=') - (b64[bLength-1] == '=');
    for (; i < bLength; i += 4) {
      b1 = base64ReverseLookup[b64.charCodeAt(i+1)];
      b2 = base64ReverseLookup[b64.charCodeAt(i+2)];
      uint8Array[j++] = base64ReverseLookup[b64.charCodeAt(i)] << 2 | b1 >> 4;
      if (j < end) uint8Array[j++] = b1 << 4 | b2 >> 2;
      if (j < end) uint8Array[j++] = b2 << 6 | base64ReverseLookup[b64.charCodeAt(i+3)];
    }
    return uint8Array;
  }
function initActiveSegments(imports) {
  base64DecodeToExistingUint8Array(bufferView, 1036, "XA==");
  base64DecodeToExistingUint8Array(bufferView, 1048, "BgAAAEwAAAAQAAAAEQAAABIAAAAAAAAACAAAAAcAAAAJAAAABgAAAAoAAAAFAAAACwAAAAQAAAAMAAAAAwAAAA0AAAACAAAADgAAAAEAAAAP");
}
function wasm2js_trap() { throw new Error('abort'); }

  function wasm2js_memory_fill(dest, value, size) {
    dest = dest >>> 0;
    size = size >>> 0;
    if (dest + size > bufferView.length) throw "trap: invalid memory.fill";
    bufferView.fill(value, dest, dest + size);
  }
      
  function wasm2js_memory_copy(dest, source, size) {
    // TODO: traps on invalid things
    bufferView.copyWithin(dest, source, source + size);
  }
      
function asmFunc(imports) {
 var buffer = new ArrayBuffer(65536);
 var HEAP8 = new Int8Array(buffer);
 var HEAP16 = new Int16Array(buffer);
 var HEAP32 = new Int32Array(buffer);
 var HEAPU8 = new Uint8Array(buffer);
 var HEAPU16 = new Uint16Array(buffer);
 var HEAPU32 = new Uint32Array(buffer);
 var HEAPF32 = new Float32Array(buffer);
 var HEAPF64 = new Float64Array(buffer);
 var Math_imul = Math.imul;
 var Math_fround = Math.fround;
 var Math_abs = Math.abs;
 var Math_clz32 = Math.clz32;
 var Math_min = Math.min;
 var Math_max = Math.max;
 var Math_floor = Math.floor;
 var Math_ceil = Math.ceil;
 var Math_trunc = Math.trunc;
 var Math_sqrt = Math.sqrt;
 var global$0 = 0;
 var global$1 = 0;
 var global$2 = 0;
 var global$3 = 0;
 var global$4 = 0;
 var global$5 = 0;
 var global$6 = 0;
 var global$7 = 0;
 var global$8 = 0;
 var global$9 = 0;
 var global$10 = 0;
 var global$11 = 0;
 var global$12 = 0;
 var global$13 = 0;
 var global$14 = 0;
 var global$15 = 0;
 var global$16 = 0;
 var global$17 = 0;
 var global$18 = 0;
 var global$19 = 0;
 var global$20 = 0;
 var global$21 = 0;
 var global$22 = 0;
 var global$23 = 0;
 var global$24 = 0;
 var global$25 = 0;
 var global$26 = 0;
 var global$27 = 0;
 var global$28 = 0;
 var global$29 = 0;
 var global$30 = 0;
 var global$31 = 0;
 var global$32 = 0;
 var global$33 = 0;
 var global$34 = 0;
 var global$35 = 0;
 var global$36 = 0;
 var global$37 = 0;
 var global$38 = 0;
 var global$39 = 0;
 var global$40 = 0;
 var global$41 = 0;
 var global$42 = 0;
 var global$43 = 0;
 var global$44 = 0;
 var global$45 = 0;
 var global$46 = 0;
 var global$47 = 0;
 var global$4$hi = 0;
 var global$5$hi = 0;
 function $0($0_1) {
  var $1_1 = 0;
  if ($0_1 >>> 0 > 268435455) {
   wasm2js_trap()
  }
  $0_1 = $0_1 << 2;
  $1_1 = $2($0_1, 5);
  wasm2js_memory_fill($1_1, 0, $0_1);
  return $1_1;
 }
 
 function $1($0_1) {
  var $1_1 = 0;
  if ($0_1 >>> 0 > 1073741820) {
   wasm2js_trap()
  }
  $1_1 = $2($0_1, 4);
  wasm2js_memory_fill($1_1, 0, $0_1);
  return $1_1;
 }
 
 function $2($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0;
  if ($0_1 >>> 0 > 1073741804) {
   wasm2js_trap()
  }
  $2_1 = $0_1 + 16 | 0;
  if ($2_1 >>> 0 > 1073741820) {
   wasm2js_trap()
  }
  $5_1 = global$0 + 4 | 0;
  $6_1 = ($2_1 + 19 & -16) - 4 | 0;
  $2_1 = $5_1 + $6_1 | 0;
  $4_1 = __wasm_memory_size();
  $3_1 = ($4_1 << 16) + 15 & -16;
  if ($2_1 >>> 0 > $3_1 >>> 0) {
   $3_1 = (($2_1 - $3_1 | 0) + 65535 & -65536) >>> 16 | 0;
   if ((__wasm_memory_grow((($4_1 | 0) > ($3_1 | 0) ? $4_1 : $3_1) | 0) | 0) < 0) {
    if ((__wasm_memory_grow($3_1 | 0) | 0) < 0) {
     wasm2js_trap()
    }
   }
  }
  $4_1 = global$0;
  global$0 = $2_1;
  HEAP32[$4_1 >> 2] = $6_1;
  $2_1 = $5_1 - 4 | 0;
  HEAP32[$2_1 + 4 >> 2] = 0;
  HEAP32[$2_1 + 8 >> 2] = 0;
  HEAP32[$2_1 + 12 >> 2] = $1_1;
  HEAP32[$2_1 + 16 >> 2] = $0_1;
  return $5_1 + 16 | 0;
 }
 
 function $3($0_1) {
  var $1_1 = 0, wasm2js_i32$0 = 0, wasm2js_i32$1 = 0;
  $1_1 = $2(8, 7);
  HEAP32[$1_1 >> 2] = 0;
  HEAP32[$1_1 + 4 >> 2] = 0;
  (wasm2js_i32$0 = $1_1, wasm2js_i32$1 = $0($0_1)), HEAP32[wasm2js_i32$0 >> 2] = wasm2js_i32$1;
  (wasm2js_i32$0 = $1_1, wasm2js_i32$1 = $0($0_1)), HEAP32[wasm2js_i32$0 + 4 >> 2] = wasm2js_i32$1;
  return $1_1;
 }
 
 function $4($0_1) {
  var $1_1 = 0;
  if ($0_1 >>> 0 > 268435455) {
   wasm2js_trap()
  }
  $0_1 = $0_1 << 2;
  $1_1 = $2($0_1, 6);
  wasm2js_memory_fill($1_1, 0, $0_1);
  return $1_1;
 }
 
 function $5($0_1) {
  var $1_1 = 0, $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0;
  $2_1 = 1;
  while (1) {
   if ($2_1 >>> 0 < 16) {
    $4_1 = 0;
    while (1) {
     $1_1 = HEAP32[$0_1 >> 2];
     if ((HEAP32[($1_1 - 20 | 0) + 16 >> 2] >>> 2 | 0) > ($4_1 | 0)) {
      $5_1 = $1_1;
      $1_1 = $4_1 << 2;
      if (HEAP32[$5_1 + $1_1 >> 2] == ($2_1 | 0)) {
       $5_1 = $1_1 + HEAP32[$0_1 + 4 >> 2] | 0;
       $1_1 = ($3_1 & 255) << 8 | ($3_1 & 65280) >>> 8;
       $1_1 = ($1_1 & 3855) << 4 | ($1_1 & 61680) >>> 4;
       $1_1 = ($1_1 & 13107) << 2 | ($1_1 & 52428) >>> 2;
       HEAP32[$5_1 >> 2] = (($1_1 & 21845) << 1 | ($1_1 & 43690) >>> 1) >>> 16 - $2_1;
       $3_1 = $3_1 + 1 | 0;
      }
      $4_1 = $4_1 + 1 | 0;
      continue;
     }
     break;
    };
    $3_1 = $3_1 << 1;
    $2_1 = $2_1 + 1 | 0;
    continue;
   }
   break;
  };
 }
 
 function $6($0_1, $1_1, $2_1) {
  var $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0;
  $3_1 = $10($0_1, $1_1);
  if ($3_1 >>> 0 > $2_1 >>> 0) {
   $5_1 = HEAP32[($1_1 - 20 | 0) + 16 >> 2] >>> 2 | 0;
   while (1) {
    if (($4_1 | 0) < ($5_1 | 0)) {
     $6_1 = $4_1 << 2;
     HEAP32[$6_1 + global$12 >> 2] = HEAP32[$1_1 + $6_1 >> 2];
     $4_1 = $4_1 + 1 | 0;
     continue;
    }
    break;
   };
   while (1) {
    if ($2_1 >>> 0 < $3_1 >>> 0) {
     $1_1 = 0;
     while (1) {
      if (($1_1 | 0) < ($5_1 | 0)) {
       $4_1 = global$12 + ($1_1 << 2) | 0;
       $3_1 = HEAP32[$4_1 >> 2];
       if ($3_1) {
        HEAP32[$4_1 >> 2] = ($3_1 >>> 2 | 0) + 1
       }
       $1_1 = $1_1 + 1 | 0;
       continue;
      }
      break;
     };
     $3_1 = $10($0_1, global$12);
     continue;
    }
    break;
   };
  }
  $5($0_1);
 }
 
 function $7($0_1) {
  var $1_1 = 0, $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0, $11_1 = 0, $12_1 = 0, $13_1 = 0, $14_1 = 0, $15_1 = 0, $16 = 0;
  $6_1 = global$40;
  while (1) {
   if (($0_1 | 0) > ($6_1 | 0)) {
    if ((global$39 - 4 | 0) >= ($6_1 | 0)) {
     $4_1 = 0;
     $13_1 = global$38 + $6_1 | 0;
     $11_1 = global$35 + $6_1 | 0;
     $15_1 = HEAPU8[$11_1 | 0] | HEAPU8[$11_1 + 1 | 0] << 8 | (HEAPU8[$11_1 + 2 | 0] << 16 | HEAPU8[$11_1 + 3 | 0] << 24);
     $1_1 = global$36 + (Math_imul($15_1, -1640531535) >>> 17 << 2) | 0;
     $12_1 = HEAP32[$1_1 >> 2];
     HEAP32[global$37 + (($13_1 & 32767) << 2) >> 2] = $12_1;
     HEAP32[$1_1 >> 2] = $13_1;
     $1_1 = global$39 - $6_1 | 0;
     $8_1 = ($1_1 | 0) > 258 ? 258 : $1_1;
     $1_1 = 3;
     $14_1 = 8;
     while (1) {
      if (($14_1 | 0) > 0) {
       block : {
        $9_1 = $13_1 - $12_1 | 0;
        if (($9_1 | 0) <= 0 | ($9_1 | 0) > 32768) {
         break block
        }
        $10_1 = $11_1 - $9_1 | 0;
        if (HEAPU8[$10_1 + $1_1 | 0] == HEAPU8[$1_1 + $11_1 | 0]) {
         $2_1 = (HEAPU8[$10_1 | 0] | HEAPU8[$10_1 + 1 | 0] << 8 | (HEAPU8[$10_1 + 2 | 0] << 16 | HEAPU8[$10_1 + 3 | 0] << 24)) == ($15_1 | 0)
        } else {
         $2_1 = 0
        }
        if ($2_1) {
         $7_1 = 0;
         block1 : {
          while (1) {
           if (($7_1 | 0) < ($8_1 | 0)) {
            $5_1 = $7_1 + $10_1 | 0;
            $3_1 = $7_1 + $11_1 | 0;
            $2_1 = (HEAPU8[$5_1 | 0] | HEAPU8[$5_1 + 1 | 0] << 8 | (HEAPU8[$5_1 + 2 | 0] << 16 | HEAPU8[$5_1 + 3 | 0] << 24)) ^ (HEAPU8[$3_1 | 0] | HEAPU8[$3_1 + 1 | 0] << 8 | (HEAPU8[$3_1 + 2 | 0] << 16 | HEAPU8[$3_1 + 3 | 0] << 24));
            $5_1 = (HEAPU8[$5_1 + 4 | 0] | HEAPU8[$5_1 + 5 | 0] << 8 | (HEAPU8[$5_1 + 6 | 0] << 16 | HEAPU8[$5_1 + 7 | 0] << 24)) ^ (HEAPU8[$3_1 + 4 | 0] | HEAPU8[$3_1 + 5 | 0] << 8 | (HEAPU8[$3_1 + 6 | 0] << 16 | HEAPU8[$3_1 + 7 | 0] << 24));
            if ($2_1 | $5_1) {
             $10_1 = $7_1;
             __inlined_func$__wasm_ctz_i64 : {
              if ($5_1 | $2_1) {
               $3_1 = $5_1 - 1 | 0;
               $16 = $3_1 + 1 | 0;
               $7_1 = $3_1;
               $3_1 = $2_1 - 1 | 0;
               $7_1 = ($3_1 | 0) != -1 ? $16 : $7_1;
               $3_1 = Math_clz32($3_1 ^ $2_1) + 32 | 0;
               $2_1 = Math_clz32($5_1 ^ $7_1);
               $2_1 = 63 - (($2_1 | 0) == 32 ? $3_1 : $2_1) | 0;
               break __inlined_func$__wasm_ctz_i64;
              }
              $2_1 = 64;
             }
             $2_1 = $10_1 + ($2_1 >>> 3 | 0) | 0;
             $2_1 = ($2_1 | 0) > ($8_1 | 0) ? $8_1 : $2_1;
             break block1;
            }
            $7_1 = $7_1 + 8 | 0;
            continue;
           }
           break;
          };
          $2_1 = $8_1;
         }
         if (($2_1 | 0) > ($1_1 | 0)) {
          $4_1 = $9_1;
          $1_1 = $2_1;
          if (($1_1 | 0) == ($8_1 | 0) | ($1_1 | 0) >= 128) {
           break block
          }
         }
        }
        $12_1 = HEAP32[global$37 + (($12_1 & 32767) << 2) >> 2];
        $14_1 = $14_1 - 1 | 0;
        continue;
       }
      }
      break;
     };
     if ($4_1) {
      $4_1 = $4_1 - 1 | $1_1 << 16
     } else {
      $4_1 = 0
     }
    } else {
     $4_1 = 0
    }
    if ($4_1) {
     $1_1 = ($4_1 & 65535) + 1 | 0;
     $4_1 = $4_1 >>> 16 | 0;
     $14($1_1 - 1 | $4_1 << 16);
     $9_1 = global$15 + (HEAPU8[$4_1 + global$25 | 0] + 257 << 2) | 0;
     HEAP32[$9_1 >> 2] = HEAP32[$9_1 >> 2] + 1;
     $9_1 = global$16;
     $8_1 = global$16;
     if ($1_1 >>> 0 <= 256) {
      $2_1 = $1_1 + global$26 | 0
     } else {
      $2_1 = global$27 + ($1_1 - 1 >>> 7 | 0) | 0
     }
     $8_1 = $8_1 + (HEAPU8[$2_1 | 0] << 2) | 0;
     if ($1_1 >>> 0 <= 256) {
      $2_1 = $1_1 + global$26 | 0
     } else {
      $2_1 = global$27 + ($1_1 - 1 >>> 7 | 0) | 0
     }
     HEAP32[$8_1 >> 2] = HEAP32[(HEAPU8[$2_1 | 0] << 2) + $9_1 >> 2] + 1;
     $6_1 = $6_1 + $4_1 | 0;
    } else {
     $1_1 = HEAPU8[global$35 + $6_1 | 0];
     $14($1_1);
     $1_1 = global$15 + ($1_1 << 2) | 0;
     HEAP32[$1_1 >> 2] = HEAP32[$1_1 >> 2] + 1;
     $6_1 = $6_1 + 1 | 0;
    }
    continue;
   }
   break;
  };
  global$40 = $6_1;
 }
 
 function $8($0_1) {
  $0_1 = $0_1 | 0;
  var $1_1 = 0;
  $11(global$35 + global$39 | 0, $0_1);
  global$39 = global$39 + $0_1 | 0;
  if ((163840 - global$39 | 0) >= 3e3) {
   return
  }
  $7(global$39 - 258 | 0);
  $0_1 = global$40 - 32768 | 0;
  $0_1 = ($0_1 | 0) >= 0 ? $0_1 : 0;
  $1_1 = global$39 - $0_1 | 0;
  wasm2js_memory_copy(global$35, $0_1 + global$35 | 0, $1_1);
  global$39 = $1_1;
  global$40 = global$40 - $0_1 | 0;
  global$38 = $0_1 + global$38 | 0;
  if ((global$38 | 0) > 1073741824) {
   wasm2js_memory_fill(global$36, 0, 131072);
   global$38 = 32769;
  }
 }
 
 function $9($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0;
  $3_1 = global$46;
  $2_1 = global$47;
  while (1) {
   $4_1 = $2_1 + 4 | 0;
   if ($4_1 >>> 0 <= $1_1 >>> 0 & $0_1 >>> 0 > $3_1 >>> 0) {
    block : {
     $7_1 = HEAPU16[$3_1 >> 1] | HEAPU16[$3_1 + 2 >> 1] << 16;
     $6_1 = HEAPU16[$3_1 + 4 >> 1] | HEAPU16[$3_1 + 6 >> 1] << 16;
     $5_1 = $3_1 + 8 | 0;
     if (!($7_1 & -8323200 | $6_1 & -8323200) & $5_1 >>> 0 <= $0_1 >>> 0) {
      $3_1 = (($6_1 & 255) << 24 | $7_1 >>> 8 | $7_1) & 65535;
      $6_1 = $3_1 | ((($6_1 >>> 8 | $6_1) & 65535) << 16 | $3_1 >>> 16);
      HEAP8[$2_1 | 0] = $6_1;
      HEAP8[$2_1 + 1 | 0] = $6_1 >>> 8;
      HEAP8[$2_1 + 2 | 0] = $6_1 >>> 16;
      HEAP8[$2_1 + 3 | 0] = $6_1 >>> 24;
      $3_1 = $5_1;
      $2_1 = $4_1;
      continue;
     }
     $4_1 = $7_1 & 65535;
     if ($4_1 >>> 0 < 128) {
      HEAP8[$2_1 | 0] = $4_1;
      $3_1 = $3_1 + 2 | 0;
      $2_1 = $2_1 + 1 | 0;
      continue;
     }
     if ($4_1 >>> 0 < 2048) {
      HEAP8[$2_1 | 0] = $4_1 >>> 6 | 192;
      HEAP8[$2_1 + 1 | 0] = $4_1 & 63 | 128;
      $3_1 = $3_1 + 2 | 0;
      $2_1 = $2_1 + 2 | 0;
      continue;
     }
     if ($4_1 >>> 0 < 57344 & $4_1 >>> 0 >= 55296) {
      $5_1 = $3_1 + 2 >>> 0 < $0_1 >>> 0 ? HEAPU16[$3_1 + 2 >> 1] : 0;
      if ($4_1 >>> 0 < 56320 & $5_1 >>> 0 >= 56320 & $5_1 >>> 0 < 57344) {
       $5_1 = ($5_1 + ($4_1 << 10) | 0) - 56613888 | 0;
       HEAP8[$2_1 | 0] = $5_1 >>> 18 | 240;
       HEAP8[$2_1 + 1 | 0] = $5_1 >>> 12 & 63 | 128;
       HEAP8[$2_1 + 2 | 0] = $5_1 >>> 6 & 63 | 128;
       HEAP8[$2_1 + 3 | 0] = $5_1 & 63 | 128;
       $3_1 = $3_1 + 4 | 0;
       $2_1 = $2_1 + 4 | 0;
       continue;
      }
      $5_1 = $4_1 - 56320 | 0;
      if ($5_1 >>> 0 < global$45 >>> 0 & $4_1 >>> 0 >= 56320) {
       $7_1 = HEAP32[global$44 + ($4_1 - 56319 << 2) >> 2];
       $4_1 = HEAP32[global$44 + ($5_1 << 2) >> 2];
       $6_1 = $7_1 - $4_1 | 0;
       $5_1 = $6_1 + $2_1 | 0;
       if ($5_1 >>> 0 > $1_1 >>> 0) {
        break block
       }
       wasm2js_memory_copy($2_1, $4_1, $6_1);
       $3_1 = $3_1 + 2 | 0;
       $2_1 = $5_1;
       continue;
      }
      $4_1 = 65533;
     }
     HEAP8[$2_1 | 0] = $4_1 >>> 12 | 224;
     HEAP8[$2_1 + 1 | 0] = $4_1 >>> 6 & 63 | 128;
     HEAP8[$2_1 + 2 | 0] = $4_1 & 63 | 128;
     $3_1 = $3_1 + 2 | 0;
     $2_1 = $2_1 + 3 | 0;
     continue;
    }
   }
   break;
  };
  global$46 = $3_1;
  global$47 = $2_1;
 }
 
 function $10($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0, $11_1 = 0;
  $7_1 = HEAP32[$0_1 >> 2];
  $11_1 = HEAP32[($7_1 - 20 | 0) + 16 >> 2] >>> 2 | 0;
  while (1) {
   if (($3_1 | 0) < ($11_1 | 0)) {
    $10_1 = HEAP32[($3_1 << 2) + $1_1 >> 2];
    if ($10_1) {
     $0_1 = $2_1;
     while (1) {
      if (($0_1 | 0) > 0) {
       $8_1 = HEAPU32[(HEAP32[global$8 + ($0_1 - 1 << 2) >> 2] << 2) + $1_1 >> 2] > $10_1 >>> 0
      } else {
       $8_1 = 0
      }
      if ($8_1) {
       $8_1 = global$8 + ($0_1 << 2) | 0;
       $0_1 = $0_1 - 1 | 0;
       HEAP32[$8_1 >> 2] = HEAP32[global$8 + ($0_1 << 2) >> 2];
       continue;
      }
      break;
     };
     HEAP32[global$8 + ($0_1 << 2) >> 2] = $3_1;
     $2_1 = $2_1 + 1 | 0;
    }
    $3_1 = $3_1 + 1 | 0;
    continue;
   }
   break;
  };
  $0_1 = $2_1;
  while (1) {
   if ((HEAP32[($7_1 - 20 | 0) + 16 >> 2] >>> 2 | 0) > ($4_1 | 0)) {
    HEAP32[($4_1 << 2) + $7_1 >> 2] = 0;
    $4_1 = $4_1 + 1 | 0;
    continue;
   }
   break;
  };
  if (($0_1 | 0) < 2) {
   if (($0_1 | 0) == 1) {
    HEAP32[(HEAP32[global$8 >> 2] << 2) + $7_1 >> 2] = 1
   }
   return 1;
  }
  while (1) {
   if (($0_1 | 0) > ($5_1 | 0)) {
    $2_1 = $5_1 << 2;
    HEAP32[$2_1 + global$9 >> 2] = HEAP32[(HEAP32[$2_1 + global$8 >> 2] << 2) + $1_1 >> 2];
    $5_1 = $5_1 + 1 | 0;
    continue;
   }
   break;
  };
  $1_1 = $0_1;
  $3_1 = $0_1;
  while (1) {
   if ((($0_1 << 1) - 1 | 0) > ($3_1 | 0)) {
    $4_1 = 0;
    $5_1 = 0;
    while (1) {
     if (($5_1 | 0) < 2) {
      $2_1 = ($0_1 | 0) > ($6_1 | 0);
      if ($2_1) {
       if (($1_1 | 0) >= ($3_1 | 0)) {
        $2_1 = 1
       } else {
        $2_1 = HEAPU32[global$9 + ($6_1 << 2) >> 2] <= HEAPU32[global$9 + ($1_1 << 2) >> 2]
       }
      }
      if ($2_1) {
       $2_1 = $6_1;
       $6_1 = $2_1 + 1 | 0;
      } else {
       $2_1 = $1_1;
       $1_1 = $2_1 + 1 | 0;
      }
      $2_1 = $2_1 << 2;
      HEAP32[$2_1 + global$10 >> 2] = $3_1;
      $4_1 = HEAP32[$2_1 + global$9 >> 2] + $4_1 | 0;
      $5_1 = $5_1 + 1 | 0;
      continue;
     }
     break;
    };
    HEAP32[global$9 + ($3_1 << 2) >> 2] = $4_1;
    $3_1 = $3_1 + 1 | 0;
    continue;
   }
   break;
  };
  $1_1 = $0_1 << 1;
  HEAP32[global$11 + ($1_1 - 2 << 2) >> 2] = 0;
  $1_1 = $1_1 - 3 | 0;
  while (1) {
   if (($1_1 | 0) >= 0) {
    $6_1 = $1_1 << 2;
    $2_1 = HEAP32[global$11 + (HEAP32[$6_1 + global$10 >> 2] << 2) >> 2] + 1 | 0;
    HEAP32[$6_1 + global$11 >> 2] = $2_1;
    if (($0_1 | 0) > ($1_1 | 0)) {
     HEAP32[(HEAP32[$6_1 + global$8 >> 2] << 2) + $7_1 >> 2] = $2_1;
     $9_1 = $2_1 >>> 0 < $9_1 >>> 0 ? $9_1 : $2_1;
    }
    $1_1 = $1_1 - 1 | 0;
    continue;
   }
   break;
  };
  return $9_1;
 }
 
 function $11($0_1, $1_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  var $2_1 = 0, $3_1 = 0, $4_1 = 0;
  $4_1 = $0_1 + $1_1 | 0;
  $2_1 = global$7 ^ -1;
  while (1) {
   $1_1 = $0_1 + 8 | 0;
   if ($1_1 >>> 0 <= $4_1 >>> 0) {
    $3_1 = HEAPU8[$0_1 + 4 | 0] | HEAPU8[$0_1 + 5 | 0] << 8 | (HEAPU8[$0_1 + 6 | 0] << 16 | HEAPU8[$0_1 + 7 | 0] << 24);
    $0_1 = (HEAPU8[$0_1 | 0] | HEAPU8[$0_1 + 1 | 0] << 8 | (HEAPU8[$0_1 + 2 | 0] << 16 | HEAPU8[$0_1 + 3 | 0] << 24)) ^ $2_1;
    $2_1 = HEAP32[global$6 + ($3_1 >>> 24 << 2) >> 2] ^ (HEAP32[global$6 + (($3_1 >>> 16 & 255 | 256) << 2) >> 2] ^ (HEAP32[global$6 + (($3_1 >>> 8 & 255 | 512) << 2) >> 2] ^ (HEAP32[global$6 + (($3_1 & 255 | 768) << 2) >> 2] ^ (HEAP32[global$6 + (($0_1 >>> 24 | 1024) << 2) >> 2] ^ (HEAP32[global$6 + (($0_1 >>> 16 & 255 | 1280) << 2) >> 2] ^ (HEAP32[global$6 + (($0_1 & 255 | 1792) << 2) >> 2] ^ HEAP32[global$6 + (($0_1 >>> 8 & 255 | 1536) << 2) >> 2]))))));
    $0_1 = $1_1;
    continue;
   }
   break;
  };
  while (1) {
   if ($0_1 >>> 0 < $4_1 >>> 0) {
    $2_1 = HEAP32[global$6 + (((HEAPU8[$0_1 | 0] ^ $2_1) & 255) << 2) >> 2] ^ $2_1 >>> 8;
    $0_1 = $0_1 + 1 | 0;
    continue;
   }
   break;
  };
  global$7 = $2_1 ^ -1;
 }
 
 function $12($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0;
  while (1) {
   if ((global$14 | 0) > ($9_1 | 0)) {
    $5_1 = HEAP32[global$13 + ($9_1 << 2) >> 2];
    $6_1 = $5_1 >>> 16 | 0;
    block : {
     if (!$6_1) {
      $2_1 = $5_1 << 2;
      $5_1 = HEAP32[$2_1 + HEAP32[$0_1 >> 2] >> 2];
      $6_1 = global$4$hi;
      $2_1 = HEAP32[$2_1 + HEAP32[$0_1 + 4 >> 2] >> 2];
      $3_1 = global$5;
      $4_1 = $3_1 & 31;
      if (($3_1 & 63) >>> 0 >= 32) {
       $3_1 = $2_1 << $4_1;
       $2_1 = 0;
      } else {
       $3_1 = (1 << $4_1) - 1 & $2_1 >>> 32 - $4_1;
       $2_1 = $2_1 << $4_1;
      }
      global$4 = $2_1 | global$4;
      global$4$hi = $3_1 | $6_1;
      $3_1 = global$5$hi;
      $2_1 = $5_1 + global$5 | 0;
      $3_1 = $2_1 >>> 0 < $5_1 >>> 0 ? $3_1 + 1 | 0 : $3_1;
      global$5 = $2_1;
      global$5$hi = $3_1;
      if (!global$5$hi & global$5 >>> 0 < 32) {
       break block
      }
      $2_1 = global$3;
      $3_1 = global$4;
      HEAP8[$2_1 | 0] = $3_1;
      HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
      HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
      HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
      global$3 = global$3 + 4 | 0;
      global$4 = global$4$hi;
      global$4$hi = 0;
      $2_1 = global$5;
      global$5 = $2_1 - 32 | 0;
      global$5$hi = global$5$hi - ($2_1 >>> 0 < 32) | 0;
      break block;
     }
     $8_1 = HEAPU8[$6_1 + global$25 | 0];
     $2_1 = $8_1 + 257 << 2;
     $7_1 = HEAP32[$2_1 + HEAP32[$0_1 >> 2] >> 2];
     $10_1 = global$4$hi;
     $2_1 = HEAP32[$2_1 + HEAP32[$0_1 + 4 >> 2] >> 2];
     $3_1 = global$5;
     $4_1 = $3_1 & 31;
     if (($3_1 & 63) >>> 0 >= 32) {
      $3_1 = $2_1 << $4_1;
      $2_1 = 0;
     } else {
      $3_1 = (1 << $4_1) - 1 & $2_1 >>> 32 - $4_1;
      $2_1 = $2_1 << $4_1;
     }
     global$4 = $2_1 | global$4;
     global$4$hi = $3_1 | $10_1;
     $2_1 = global$5$hi;
     $3_1 = $7_1 + global$5 | 0;
     $2_1 = $3_1 >>> 0 < $7_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
     global$5 = $3_1;
     global$5$hi = $2_1;
     $2_1 = global$5$hi;
     if (!$2_1 & global$5 >>> 0 >= 32 | $2_1) {
      $2_1 = global$3;
      $3_1 = global$4;
      HEAP8[$2_1 | 0] = $3_1;
      HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
      HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
      HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
      global$3 = global$3 + 4 | 0;
      global$4 = global$4$hi;
      global$4$hi = 0;
      $2_1 = global$5;
      global$5 = $2_1 - 32 | 0;
      global$5$hi = global$5$hi - ($2_1 >>> 0 < 32) | 0;
     }
     $2_1 = $8_1 << 2;
     $7_1 = HEAP32[$2_1 + global$22 >> 2];
     $8_1 = global$4$hi;
     $2_1 = $6_1 - HEAP32[$2_1 + global$21 >> 2] | 0;
     $3_1 = global$5;
     $4_1 = $3_1 & 31;
     if (($3_1 & 63) >>> 0 >= 32) {
      $3_1 = $2_1 << $4_1;
      $2_1 = 0;
     } else {
      $3_1 = (1 << $4_1) - 1 & $2_1 >>> 32 - $4_1;
      $2_1 = $2_1 << $4_1;
     }
     global$4 = $2_1 | global$4;
     global$4$hi = $3_1 | $8_1;
     $3_1 = global$5$hi;
     $2_1 = $7_1 + global$5 | 0;
     $3_1 = $2_1 >>> 0 < $7_1 >>> 0 ? $3_1 + 1 | 0 : $3_1;
     global$5 = $2_1;
     global$5$hi = $3_1;
     $2_1 = global$5$hi;
     if (!$2_1 & global$5 >>> 0 >= 32 | $2_1) {
      $2_1 = global$3;
      $3_1 = global$4;
      HEAP8[$2_1 | 0] = $3_1;
      HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
      HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
      HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
      global$3 = global$3 + 4 | 0;
      global$4 = global$4$hi;
      global$4$hi = 0;
      $2_1 = global$5;
      global$5 = $2_1 - 32 | 0;
      global$5$hi = global$5$hi - ($2_1 >>> 0 < 32) | 0;
     }
     $5_1 = ($5_1 & 65535) + 1 | 0;
     if ($5_1 >>> 0 <= 256) {
      $2_1 = $5_1 + global$26 | 0
     } else {
      $2_1 = global$27 + ($5_1 - 1 >>> 7 | 0) | 0
     }
     $7_1 = HEAPU8[$2_1 | 0];
     $2_1 = $7_1 << 2;
     $6_1 = HEAP32[$2_1 + HEAP32[$1_1 >> 2] >> 2];
     $8_1 = global$4$hi;
     $2_1 = HEAP32[$2_1 + HEAP32[$1_1 + 4 >> 2] >> 2];
     $3_1 = global$5;
     $4_1 = $3_1 & 31;
     if (($3_1 & 63) >>> 0 >= 32) {
      $3_1 = $2_1 << $4_1;
      $2_1 = 0;
     } else {
      $3_1 = (1 << $4_1) - 1 & $2_1 >>> 32 - $4_1;
      $2_1 = $2_1 << $4_1;
     }
     global$4 = $2_1 | global$4;
     global$4$hi = $3_1 | $8_1;
     $2_1 = global$5$hi;
     $3_1 = $6_1 + global$5 | 0;
     $2_1 = $3_1 >>> 0 < $6_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
     global$5 = $3_1;
     global$5$hi = $2_1;
     $2_1 = global$5$hi;
     if (!$2_1 & global$5 >>> 0 >= 32 | $2_1) {
      $2_1 = global$3;
      $3_1 = global$4;
      HEAP8[$2_1 | 0] = $3_1;
      HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
      HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
      HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
      global$3 = global$3 + 4 | 0;
      global$4 = global$4$hi;
      global$4$hi = 0;
      $2_1 = global$5;
      global$5 = $2_1 - 32 | 0;
      global$5$hi = global$5$hi - ($2_1 >>> 0 < 32) | 0;
     }
     $2_1 = $7_1 << 2;
     $6_1 = HEAP32[$2_1 + global$24 >> 2];
     $7_1 = global$4$hi;
     $2_1 = $5_1 - HEAP32[$2_1 + global$23 >> 2] | 0;
     $3_1 = global$5;
     $4_1 = $3_1 & 31;
     if (($3_1 & 63) >>> 0 >= 32) {
      $3_1 = $2_1 << $4_1;
      $2_1 = 0;
     } else {
      $3_1 = (1 << $4_1) - 1 & $2_1 >>> 32 - $4_1;
      $2_1 = $2_1 << $4_1;
     }
     global$4 = $2_1 | global$4;
     global$4$hi = $3_1 | $7_1;
     $2_1 = global$5$hi;
     $3_1 = $6_1 + global$5 | 0;
     $2_1 = $3_1 >>> 0 < $6_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
     global$5 = $3_1;
     global$5$hi = $2_1;
     $2_1 = global$5$hi;
     if (!$2_1 & global$5 >>> 0 >= 32 | $2_1) {
      $2_1 = global$3;
      $3_1 = global$4;
      HEAP8[$2_1 | 0] = $3_1;
      HEAP8[$2_1 + 1 | 0] = $3_1 >>> 8;
      HEAP8[$2_1 + 2 | 0] = $3_1 >>> 16;
      HEAP8[$2_1 + 3 | 0] = $3_1 >>> 24;
      global$3 = global$3 + 4 | 0;
      global$4 = global$4$hi;
      global$4$hi = 0;
      $2_1 = global$5;
      global$5 = $2_1 - 32 | 0;
      global$5$hi = global$5$hi - ($2_1 >>> 0 < 32) | 0;
     }
    }
    $9_1 = $9_1 + 1 | 0;
    continue;
   }
   break;
  };
  $2_1 = HEAP32[HEAP32[$0_1 >> 2] + 1024 >> 2];
  $4_1 = global$4$hi;
  $0_1 = HEAP32[HEAP32[$0_1 + 4 >> 2] + 1024 >> 2];
  $3_1 = global$5;
  $1_1 = $3_1 & 31;
  if (($3_1 & 63) >>> 0 >= 32) {
   $3_1 = $0_1 << $1_1;
   $0_1 = 0;
  } else {
   $3_1 = (1 << $1_1) - 1 & $0_1 >>> 32 - $1_1;
   $0_1 = $0_1 << $1_1;
  }
  global$4 = $0_1 | global$4;
  global$4$hi = $3_1 | $4_1;
  $3_1 = global$5$hi;
  $0_1 = $2_1 + global$5 | 0;
  $3_1 = $0_1 >>> 0 < $2_1 >>> 0 ? $3_1 + 1 | 0 : $3_1;
  global$5 = $0_1;
  global$5$hi = $3_1;
  $0_1 = global$5$hi;
  if (!$0_1 & global$5 >>> 0 >= 32 | $0_1) {
   $0_1 = global$3;
   $1_1 = global$4;
   HEAP8[$0_1 | 0] = $1_1;
   HEAP8[$0_1 + 1 | 0] = $1_1 >>> 8;
   HEAP8[$0_1 + 2 | 0] = $1_1 >>> 16;
   HEAP8[$0_1 + 3 | 0] = $1_1 >>> 24;
   global$3 = global$3 + 4 | 0;
   global$4 = global$4$hi;
   global$4$hi = 0;
   $0_1 = global$5;
   global$5 = $0_1 - 32 | 0;
   global$5$hi = global$5$hi - ($0_1 >>> 0 < 32) | 0;
  }
 }
 
 function $13($0_1) {
  var $1_1 = 0, $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0;
  $3_1 = global$4$hi;
  $2_1 = ($0_1 | 0) != 0;
  $0_1 = global$5;
  $1_1 = $0_1 & 31;
  if (($0_1 & 63) >>> 0 >= 32) {
   $0_1 = $2_1 << $1_1;
   $1_1 = 0;
  } else {
   $0_1 = (1 << $1_1) - 1 & $2_1 >>> 32 - $1_1;
   $1_1 = $2_1 << $1_1;
  }
  global$4 = $1_1 | global$4;
  global$4$hi = $0_1 | $3_1;
  $0_1 = global$5$hi;
  $1_1 = $0_1;
  $2_1 = $0_1 + 1 | 0;
  $0_1 = global$5 + 1 | 0;
  $1_1 = $0_1 ? $1_1 : $2_1;
  global$5 = $0_1;
  global$5$hi = $1_1;
  $0_1 = global$5$hi;
  if (!$0_1 & global$5 >>> 0 >= 32 | $0_1) {
   $0_1 = global$3;
   $1_1 = global$4;
   HEAP8[$0_1 | 0] = $1_1;
   HEAP8[$0_1 + 1 | 0] = $1_1 >>> 8;
   HEAP8[$0_1 + 2 | 0] = $1_1 >>> 16;
   HEAP8[$0_1 + 3 | 0] = $1_1 >>> 24;
   global$3 = global$3 + 4 | 0;
   global$4 = global$4$hi;
   global$4$hi = 0;
   $0_1 = global$5;
   global$5 = $0_1 - 32 | 0;
   global$5$hi = global$5$hi - ($0_1 >>> 0 < 32) | 0;
  }
  $3_1 = global$4$hi;
  $6_1 = (global$14 | 0) >= 300;
  $2_1 = $6_1 ? 2 : 1;
  $0_1 = global$5;
  $1_1 = $0_1 & 31;
  if (($0_1 & 63) >>> 0 >= 32) {
   $0_1 = $2_1 << $1_1;
   $1_1 = 0;
  } else {
   $0_1 = (1 << $1_1) - 1 & $2_1 >>> 32 - $1_1;
   $1_1 = $2_1 << $1_1;
  }
  global$4 = $1_1 | global$4;
  global$4$hi = $0_1 | $3_1;
  $0_1 = global$5$hi;
  $2_1 = $0_1 + 1 | 0;
  $1_1 = $0_1;
  $0_1 = global$5 + 2 | 0;
  $1_1 = $0_1 >>> 0 < 2 ? $2_1 : $1_1;
  global$5 = $0_1;
  global$5$hi = $1_1;
  $0_1 = global$5$hi;
  if (!$0_1 & global$5 >>> 0 >= 32 | $0_1) {
   $0_1 = global$3;
   $1_1 = global$4;
   HEAP8[$0_1 | 0] = $1_1;
   HEAP8[$0_1 + 1 | 0] = $1_1 >>> 8;
   HEAP8[$0_1 + 2 | 0] = $1_1 >>> 16;
   HEAP8[$0_1 + 3 | 0] = $1_1 >>> 24;
   global$3 = global$3 + 4 | 0;
   global$4 = global$4$hi;
   global$4$hi = 0;
   $0_1 = global$5;
   global$5 = $0_1 - 32 | 0;
   global$5$hi = global$5$hi - ($0_1 >>> 0 < 32) | 0;
  }
  if ($6_1) {
   HEAP32[global$15 + 1024 >> 2] = 1;
   $1_1 = global$16;
   $0_1 = (HEAP32[($1_1 - 20 | 0) + 16 >> 2] >>> 2 | 0) - 1 | 0;
   while (1) {
    if (!(($0_1 | 0) <= 0 ? 1 : HEAP32[($0_1 << 2) + $1_1 >> 2])) {
     $0_1 = $0_1 - 1 | 0;
     continue;
    }
    break;
   };
   if (!$0_1) {
    $0_1 = HEAP32[global$16 >> 2];
    HEAP32[global$16 >> 2] = $0_1 >>> 0 <= 1 ? 1 : $0_1;
   }
   $6(global$17, global$15, 15);
   $6(global$18, global$16, 15);
   $6_1 = 0;
   $1_1 = HEAP32[global$17 >> 2];
   $0_1 = (HEAP32[($1_1 - 20 | 0) + 16 >> 2] >>> 2 | 0) - 1 | 0;
   while (1) {
    if (!(($0_1 | 0) <= 0 ? 1 : HEAP32[$1_1 + ($0_1 << 2) >> 2])) {
     $0_1 = $0_1 - 1 | 0;
     continue;
    }
    break;
   };
   $0_1 = $0_1 + 1 | 0;
   $7_1 = ($0_1 | 0) < 257 ? 257 : $0_1;
   $1_1 = HEAP32[global$18 >> 2];
   $0_1 = (HEAP32[($1_1 - 20 | 0) + 16 >> 2] >>> 2 | 0) - 1 | 0;
   while (1) {
    if (!(($0_1 | 0) <= 0 ? 1 : HEAP32[$1_1 + ($0_1 << 2) >> 2])) {
     $0_1 = $0_1 - 1 | 0;
     continue;
    }
    break;
   };
   $8_1 = $0_1 + 1 | 0;
   $0_1 = 0;
   while (1) {
    if (($0_1 | 0) < ($7_1 | 0)) {
     $1_1 = $0_1 << 2;
     HEAP32[$1_1 + global$28 >> 2] = HEAP32[HEAP32[global$17 >> 2] + $1_1 >> 2];
     $0_1 = $0_1 + 1 | 0;
     continue;
    }
    break;
   };
   $0_1 = 0;
   while (1) {
    if (($0_1 | 0) < ($8_1 | 0)) {
     HEAP32[global$28 + ($0_1 + $7_1 << 2) >> 2] = HEAP32[HEAP32[global$18 >> 2] + ($0_1 << 2) >> 2];
     $0_1 = $0_1 + 1 | 0;
     continue;
    }
    break;
   };
   wasm2js_memory_fill(global$32, 0, 76);
   $5_1 = $7_1 + $8_1 | 0;
   $1_1 = 0;
   global$31 = 0;
   while (1) {
    if (($1_1 | 0) < ($5_1 | 0)) {
     $3_1 = HEAP32[global$28 + ($1_1 << 2) >> 2];
     $0_1 = $1_1 + 1 | 0;
     while (1) {
      if (($0_1 | 0) < ($5_1 | 0)) {
       $2_1 = HEAP32[global$28 + ($0_1 << 2) >> 2] == ($3_1 | 0)
      } else {
       $2_1 = 0
      }
      if ($2_1) {
       $0_1 = $0_1 + 1 | 0;
       continue;
      }
      break;
     };
     $2_1 = $0_1 - $1_1 | 0;
     $1_1 = $0_1;
     if ($3_1) {
      $0_1 = global$31 << 2;
      HEAP32[$0_1 + global$29 >> 2] = $3_1;
      HEAP32[$0_1 + global$30 >> 2] = 0;
      global$31 = global$31 + 1 | 0;
      $0_1 = global$32 + ($3_1 << 2) | 0;
      HEAP32[$0_1 >> 2] = HEAP32[$0_1 >> 2] + 1;
      $2_1 = $2_1 - 1 | 0;
     }
     while (1) {
      if ($2_1 >>> 0 >= 3) {
       $0_1 = $3_1 ? 6 : 138;
       $0_1 = $0_1 >>> 0 > $2_1 >>> 0 ? $2_1 : $0_1;
       if ($3_1) {
        $4_1 = global$31 << 2;
        HEAP32[$4_1 + global$29 >> 2] = 16;
        HEAP32[$4_1 + global$30 >> 2] = $0_1 - 3;
        global$31 = global$31 + 1 | 0;
        $4_1 = global$32 - -64 | 0;
        HEAP32[$4_1 >> 2] = HEAP32[$4_1 >> 2] + 1;
       } else {
        if ($0_1 >>> 0 < 11) {
         $4_1 = global$31 << 2;
         HEAP32[$4_1 + global$29 >> 2] = 17;
         HEAP32[$4_1 + global$30 >> 2] = $0_1 - 3;
         global$31 = global$31 + 1 | 0;
         $4_1 = global$32;
         HEAP32[$4_1 + 68 >> 2] = HEAP32[$4_1 + 68 >> 2] + 1;
        } else {
         $4_1 = global$31 << 2;
         HEAP32[$4_1 + global$29 >> 2] = 18;
         HEAP32[$4_1 + global$30 >> 2] = $0_1 - 11;
         global$31 = global$31 + 1 | 0;
         $4_1 = global$32;
         HEAP32[$4_1 + 72 >> 2] = HEAP32[$4_1 + 72 >> 2] + 1;
        }
       }
       $2_1 = $2_1 - $0_1 | 0;
       continue;
      }
      break;
     };
     while (1) {
      if ($2_1) {
       $0_1 = global$31 << 2;
       HEAP32[$0_1 + global$29 >> 2] = $3_1;
       HEAP32[$0_1 + global$30 >> 2] = 0;
       global$31 = global$31 + 1 | 0;
       $0_1 = global$32 + ($3_1 << 2) | 0;
       HEAP32[$0_1 >> 2] = HEAP32[$0_1 >> 2] + 1;
       $2_1 = $2_1 - 1 | 0;
       continue;
      }
      break;
     };
     continue;
    }
    break;
   };
   $6(global$33, global$32, 7);
   $0_1 = HEAP32[263] >>> 2 | 0;
   while (1) {
    if (($0_1 | 0) > 4) {
     $1_1 = HEAP32[HEAP32[global$33 >> 2] + (HEAP32[($0_1 << 2) + 1052 >> 2] << 2) >> 2]
    } else {
     $1_1 = 1
    }
    if (!$1_1) {
     $0_1 = $0_1 - 1 | 0;
     continue;
    }
    break;
   };
   $5_1 = global$4$hi;
   $3_1 = $7_1 - 257 | 0;
   $1_1 = global$5;
   $2_1 = $1_1 & 31;
   if (($1_1 & 63) >>> 0 >= 32) {
    $1_1 = $3_1 << $2_1;
    $2_1 = 0;
   } else {
    $1_1 = (1 << $2_1) - 1 & $3_1 >>> 32 - $2_1;
    $2_1 = $3_1 << $2_1;
   }
   global$4 = $2_1 | global$4;
   global$4$hi = $1_1 | $5_1;
   $1_1 = global$5$hi;
   $5_1 = $1_1 + 1 | 0;
   $2_1 = $1_1;
   $1_1 = global$5 + 5 | 0;
   $2_1 = $1_1 >>> 0 < 5 ? $5_1 : $2_1;
   global$5 = $1_1;
   global$5$hi = $2_1;
   $1_1 = global$5$hi;
   if (!$1_1 & global$5 >>> 0 >= 32 | $1_1) {
    $1_1 = global$3;
    $2_1 = global$4;
    HEAP8[$1_1 | 0] = $2_1;
    HEAP8[$1_1 + 1 | 0] = $2_1 >>> 8;
    HEAP8[$1_1 + 2 | 0] = $2_1 >>> 16;
    HEAP8[$1_1 + 3 | 0] = $2_1 >>> 24;
    global$3 = global$3 + 4 | 0;
    global$4 = global$4$hi;
    global$4$hi = 0;
    $1_1 = global$5;
    global$5 = $1_1 - 32 | 0;
    global$5$hi = global$5$hi - ($1_1 >>> 0 < 32) | 0;
   }
   $7_1 = global$4$hi;
   $3_1 = $8_1 - 1 | 0;
   $1_1 = global$5;
   $2_1 = $1_1 & 31;
   if (($1_1 & 63) >>> 0 >= 32) {
    $1_1 = $3_1 << $2_1;
    $2_1 = 0;
   } else {
    $1_1 = (1 << $2_1) - 1 & $3_1 >>> 32 - $2_1;
    $2_1 = $3_1 << $2_1;
   }
   global$4 = $2_1 | global$4;
   global$4$hi = $1_1 | $7_1;
   $1_1 = global$5$hi;
   $5_1 = $1_1 + 1 | 0;
   $2_1 = $1_1;
   $1_1 = global$5 + 5 | 0;
   $2_1 = $1_1 >>> 0 < 5 ? $5_1 : $2_1;
   global$5 = $1_1;
   global$5$hi = $2_1;
   $1_1 = global$5$hi;
   if (!$1_1 & global$5 >>> 0 >= 32 | $1_1) {
    $1_1 = global$3;
    $2_1 = global$4;
    HEAP8[$1_1 | 0] = $2_1;
    HEAP8[$1_1 + 1 | 0] = $2_1 >>> 8;
    HEAP8[$1_1 + 2 | 0] = $2_1 >>> 16;
    HEAP8[$1_1 + 3 | 0] = $2_1 >>> 24;
    global$3 = global$3 + 4 | 0;
    global$4 = global$4$hi;
    global$4$hi = 0;
    $1_1 = global$5;
    global$5 = $1_1 - 32 | 0;
    global$5$hi = global$5$hi - ($1_1 >>> 0 < 32) | 0;
   }
   $7_1 = global$4$hi;
   $3_1 = $0_1 - 4 | 0;
   $1_1 = global$5;
   $2_1 = $1_1 & 31;
   if (($1_1 & 63) >>> 0 >= 32) {
    $1_1 = $3_1 << $2_1;
    $2_1 = 0;
   } else {
    $1_1 = (1 << $2_1) - 1 & $3_1 >>> 32 - $2_1;
    $2_1 = $3_1 << $2_1;
   }
   global$4 = $2_1 | global$4;
   global$4$hi = $1_1 | $7_1;
   $1_1 = global$5$hi;
   $5_1 = $1_1 + 1 | 0;
   $2_1 = $1_1;
   $1_1 = global$5 + 4 | 0;
   $2_1 = $1_1 >>> 0 < 4 ? $5_1 : $2_1;
   global$5 = $1_1;
   global$5$hi = $2_1;
   $1_1 = global$5$hi;
   if (!$1_1 & global$5 >>> 0 >= 32 | $1_1) {
    $1_1 = global$3;
    $2_1 = global$4;
    HEAP8[$1_1 | 0] = $2_1;
    HEAP8[$1_1 + 1 | 0] = $2_1 >>> 8;
    HEAP8[$1_1 + 2 | 0] = $2_1 >>> 16;
    HEAP8[$1_1 + 3 | 0] = $2_1 >>> 24;
    global$3 = global$3 + 4 | 0;
    global$4 = global$4$hi;
    global$4$hi = 0;
    $1_1 = global$5;
    global$5 = $1_1 - 32 | 0;
    global$5$hi = global$5$hi - ($1_1 >>> 0 < 32) | 0;
   }
   while (1) {
    if (($0_1 | 0) > ($6_1 | 0)) {
     $7_1 = global$4$hi;
     $3_1 = HEAP32[HEAP32[global$33 >> 2] + (HEAP32[($6_1 << 2) + 1056 >> 2] << 2) >> 2];
     $1_1 = global$5;
     $2_1 = $1_1 & 31;
     if (($1_1 & 63) >>> 0 >= 32) {
      $1_1 = $3_1 << $2_1;
      $2_1 = 0;
     } else {
      $1_1 = (1 << $2_1) - 1 & $3_1 >>> 32 - $2_1;
      $2_1 = $3_1 << $2_1;
     }
     global$4 = $2_1 | global$4;
     global$4$hi = $1_1 | $7_1;
     $1_1 = global$5$hi;
     $5_1 = $1_1 + 1 | 0;
     $2_1 = $1_1;
     $1_1 = global$5 + 3 | 0;
     $2_1 = $1_1 >>> 0 < 3 ? $5_1 : $2_1;
     global$5 = $1_1;
     global$5$hi = $2_1;
     $1_1 = global$5$hi;
     if (!$1_1 & global$5 >>> 0 >= 32 | $1_1) {
      $1_1 = global$3;
      $2_1 = global$4;
      HEAP8[$1_1 | 0] = $2_1;
      HEAP8[$1_1 + 1 | 0] = $2_1 >>> 8;
      HEAP8[$1_1 + 2 | 0] = $2_1 >>> 16;
      HEAP8[$1_1 + 3 | 0] = $2_1 >>> 24;
      global$3 = global$3 + 4 | 0;
      global$4 = global$4$hi;
      global$4$hi = 0;
      $1_1 = global$5;
      global$5 = $1_1 - 32 | 0;
      global$5$hi = global$5$hi - ($1_1 >>> 0 < 32) | 0;
     }
     $6_1 = $6_1 + 1 | 0;
     continue;
    }
    break;
   };
   $0_1 = 0;
   while (1) {
    if ((global$31 | 0) > ($0_1 | 0)) {
     $3_1 = HEAP32[global$29 + ($0_1 << 2) >> 2];
     $1_1 = $3_1 << 2;
     $7_1 = HEAP32[$1_1 + HEAP32[global$33 >> 2] >> 2];
     $8_1 = global$4$hi;
     $6_1 = HEAP32[$1_1 + HEAP32[global$33 + 4 >> 2] >> 2];
     $1_1 = global$5;
     $2_1 = $1_1 & 31;
     if (($1_1 & 63) >>> 0 >= 32) {
      $1_1 = $6_1 << $2_1;
      $2_1 = 0;
     } else {
      $1_1 = (1 << $2_1) - 1 & $6_1 >>> 32 - $2_1;
      $2_1 = $6_1 << $2_1;
     }
     global$4 = $2_1 | global$4;
     global$4$hi = $1_1 | $8_1;
     $1_1 = global$5$hi;
     $5_1 = $1_1 + 1 | 0;
     $2_1 = $1_1;
     $1_1 = $7_1 + global$5 | 0;
     $2_1 = $1_1 >>> 0 < $7_1 >>> 0 ? $5_1 : $2_1;
     global$5 = $1_1;
     global$5$hi = $2_1;
     $1_1 = global$5$hi;
     if (!$1_1 & global$5 >>> 0 >= 32 | $1_1) {
      $1_1 = global$3;
      $2_1 = global$4;
      HEAP8[$1_1 | 0] = $2_1;
      HEAP8[$1_1 + 1 | 0] = $2_1 >>> 8;
      HEAP8[$1_1 + 2 | 0] = $2_1 >>> 16;
      HEAP8[$1_1 + 3 | 0] = $2_1 >>> 24;
      global$3 = global$3 + 4 | 0;
      global$4 = global$4$hi;
      global$4$hi = 0;
      $1_1 = global$5;
      global$5 = $1_1 - 32 | 0;
      global$5$hi = global$5$hi - ($1_1 >>> 0 < 32) | 0;
     }
     $7_1 = global$4$hi;
     $6_1 = HEAP32[global$30 + ($0_1 << 2) >> 2];
     $1_1 = global$5;
     $2_1 = $1_1 & 31;
     if (($1_1 & 63) >>> 0 >= 32) {
      $1_1 = $6_1 << $2_1;
      $2_1 = 0;
     } else {
      $1_1 = (1 << $2_1) - 1 & $6_1 >>> 32 - $2_1;
      $2_1 = $6_1 << $2_1;
     }
     global$4 = $2_1 | global$4;
     global$4$hi = $1_1 | $7_1;
     $1_1 = global$5;
     $2_1 = global$5$hi;
     $8_1 = $2_1 + 1 | 0;
     $5_1 = $2_1;
     if (($3_1 | 0) == 16) {
      $2_1 = 2
     } else {
      if (($3_1 | 0) == 17) {
       $2_1 = 3
      } else {
       $2_1 = ($3_1 | 0) == 18 ? 7 : 0
      }
     }
     $1_1 = $1_1 + $2_1 | 0;
     $2_1 = $2_1 >>> 0 > $1_1 >>> 0 ? $8_1 : $5_1;
     global$5 = $1_1;
     global$5$hi = $2_1;
     $1_1 = global$5$hi;
     if (!$1_1 & global$5 >>> 0 >= 32 | $1_1) {
      $1_1 = global$3;
      $2_1 = global$4;
      HEAP8[$1_1 | 0] = $2_1;
      HEAP8[$1_1 + 1 | 0] = $2_1 >>> 8;
      HEAP8[$1_1 + 2 | 0] = $2_1 >>> 16;
      HEAP8[$1_1 + 3 | 0] = $2_1 >>> 24;
      global$3 = global$3 + 4 | 0;
      global$4 = global$4$hi;
      global$4$hi = 0;
      $1_1 = global$5;
      global$5 = $1_1 - 32 | 0;
      global$5$hi = global$5$hi - ($1_1 >>> 0 < 32) | 0;
     }
     $0_1 = $0_1 + 1 | 0;
     continue;
    }
    break;
   };
   $12(global$17, global$18);
  } else {
   $12(global$19, global$20)
  }
  global$14 = 0;
  wasm2js_memory_fill(global$15, 0, 1144);
  wasm2js_memory_fill(global$16, 0, 120);
 }
 
 function $14($0_1) {
  if ((global$14 | 0) == 32768) {
   $13(0)
  }
  HEAP32[global$13 + (global$14 << 2) >> 2] = $0_1;
  global$14 = global$14 + 1 | 0;
 }
 
 function $15() {
  var $0_1 = 0, $1_1 = 0, $2_1 = 0, $3_1 = 0, $4_1 = 0;
  global$0 = 1132;
  global$1 = $1(524288);
  global$2 = global$1;
  global$3 = global$2;
  global$6 = $0(2048);
  while (1) {
   if (($1_1 | 0) < 256) {
    $0_1 = $1_1;
    $2_1 = 0;
    while (1) {
     if (($2_1 | 0) < 8) {
      $3_1 = $0_1 >>> 1 | 0;
      $0_1 = $0_1 & 1 ? $3_1 ^ -306674912 : $3_1;
      $2_1 = $2_1 + 1 | 0;
      continue;
     }
     break;
    };
    HEAP32[global$6 + ($1_1 << 2) >> 2] = $0_1;
    $1_1 = $1_1 + 1 | 0;
    continue;
   }
   break;
  };
  $0_1 = 256;
  while (1) {
   if (($0_1 | 0) < 2048) {
    $1_1 = HEAP32[global$6 + ($0_1 - 256 << 2) >> 2];
    HEAP32[global$6 + ($0_1 << 2) >> 2] = HEAP32[global$6 + (($1_1 & 255) << 2) >> 2] ^ $1_1 >>> 8;
    $0_1 = $0_1 + 1 | 0;
    continue;
   }
   break;
  };
  $1_1 = 0;
  $2_1 = 0;
  global$8 = $4(288);
  global$9 = $0(576);
  global$10 = $4(576);
  global$11 = $0(576);
  global$12 = $0(288);
  global$13 = $0(32768);
  global$15 = $0(286);
  global$16 = $0(30);
  global$17 = $3(286);
  global$18 = $3(30);
  global$19 = $3(288);
  global$20 = $3(30);
  while (1) {
   if (($1_1 | 0) < 288) {
    $4_1 = HEAP32[global$19 >> 2] + ($1_1 << 2) | 0;
    if (($1_1 | 0) < 144) {
     $0_1 = 8
    } else {
     if (($1_1 | 0) < 256) {
      $0_1 = 9
     } else {
      $0_1 = ($1_1 | 0) < 280 ? 7 : 8
     }
    }
    HEAP32[$4_1 >> 2] = $0_1;
    $1_1 = $1_1 + 1 | 0;
    continue;
   }
   break;
  };
  $5(global$19);
  $1_1 = 0;
  while (1) {
   if (($1_1 | 0) < 30) {
    HEAP32[HEAP32[global$20 >> 2] + ($1_1 << 2) >> 2] = 5;
    $1_1 = $1_1 + 1 | 0;
    continue;
   }
   break;
  };
  $5(global$20);
  global$21 = $0(29);
  global$22 = $0(29);
  global$23 = $0(30);
  global$24 = $0(30);
  global$25 = $1(259);
  global$26 = $1(257);
  global$27 = $1(256);
  $1_1 = 3;
  while (1) {
   if (($2_1 | 0) < 29) {
    $0_1 = ($2_1 | 0) == 28;
    $3_1 = $0_1 | ($2_1 | 0) < 8 ? 0 : $2_1 - 4 >> 2;
    $4_1 = $2_1 << 2;
    $1_1 = $0_1 ? 258 : $1_1;
    HEAP32[$4_1 + global$21 >> 2] = $1_1;
    HEAP32[global$22 + $4_1 >> 2] = $3_1;
    $0_1 = $1_1;
    while (1) {
     if (($0_1 | 0) < 259) {
      HEAP8[global$25 + $0_1 | 0] = $2_1;
      $0_1 = $0_1 + 1 | 0;
      continue;
     }
     break;
    };
    $1_1 = $1_1 + (1 << $3_1) | 0;
    $2_1 = $2_1 + 1 | 0;
    continue;
   }
   break;
  };
  $2_1 = 0;
  $1_1 = 1;
  while (1) {
   if (($2_1 | 0) < 30) {
    $0_1 = $2_1 << 2;
    HEAP32[$0_1 + global$23 >> 2] = $1_1;
    $3_1 = ($2_1 | 0) >= 4 ? $2_1 - 2 >> 1 : 0;
    HEAP32[$0_1 + global$24 >> 2] = $3_1;
    $0_1 = $1_1;
    while (1) {
     if (($0_1 | 0) < 257) {
      HEAP8[global$26 + $0_1 | 0] = $2_1;
      $0_1 = $0_1 + 1 | 0;
      continue;
     }
     break;
    };
    $0_1 = $1_1 - 1 >> 7;
    while (1) {
     if (($0_1 | 0) < 256) {
      HEAP8[global$27 + $0_1 | 0] = $2_1;
      $0_1 = $0_1 + 1 | 0;
      continue;
     }
     break;
    };
    $1_1 = (1 << $3_1) + $1_1 | 0;
    $2_1 = $2_1 + 1 | 0;
    continue;
   }
   break;
  };
  global$28 = $0(316);
  global$29 = $0(316);
  global$30 = $0(316);
  global$32 = $0(19);
  global$33 = $3(19);
  global$34 = $1(163848);
  global$35 = global$34;
  global$36 = $4(32768);
  global$37 = $4(32768);
  global$38 = 32769;
  $0_1 = $2(65544, 8);
  wasm2js_memory_fill($0_1, 0, 65544);
  global$41 = $0_1;
  global$42 = global$41;
  global$43 = $1(65536);
  $0_1 = $2(4100, 9);
  wasm2js_memory_fill($0_1, 0, 4100);
  global$44 = $0_1;
  HEAP32[global$44 >> 2] = global$43;
 }
 
 function $17() {
  return 163840 - global$39 | 0;
 }
 
 function $18() {
  return global$35 + global$39 | 0;
 }
 
 function $19() {
  var $0_1 = 0, $1_1 = 0;
  $7(global$39);
  $13(1);
  while (1) {
   $0_1 = global$5;
   $1_1 = global$5$hi;
   if (($1_1 | 0) > 0) {
    $0_1 = 1
   } else {
    $0_1 = ($0_1 | 0) != 0 & ($1_1 | 0) >= 0
   }
   if ($0_1) {
    HEAP8[global$3 | 0] = global$4;
    global$3 = global$3 + 1 | 0;
    $0_1 = global$4$hi;
    global$4 = ($0_1 & 255) << 24 | global$4 >>> 8;
    global$4$hi = $0_1 >>> 8 | 0;
    $0_1 = global$5;
    global$5 = $0_1 - 8 | 0;
    global$5$hi = global$5$hi - ($0_1 >>> 0 < 8) | 0;
    continue;
   }
   break;
  };
  global$4 = 0;
  global$4$hi = 0;
  global$5 = 0;
  global$5$hi = 0;
  global$38 = (global$38 + global$39 | 0) + 32769 | 0;
  if ((global$38 | 0) > 1073741824) {
   wasm2js_memory_fill(global$36, 0, 131072);
   global$38 = 32769;
  }
  global$39 = 0;
  global$40 = 0;
 }
 
 function $20() {
  return 32768;
 }
 
 function $21() {
  return global$42 | 0;
 }
 
 function $22() {
  global$45 = 0;
 }
 
 function $23($0_1) {
  $0_1 = $0_1 | 0;
  var $1_1 = 0, $2_1 = 0;
  global$46 = global$42;
  $0_1 = global$42 + ($0_1 << 1) | 0;
  while (1) {
   if ($0_1 >>> 0 > global$46 >>> 0) {
    $1_1 = global$35 + global$39 | 0;
    global$47 = $1_1;
    $9($0_1, $1_1 + (163840 - global$39 | 0) | 0);
    $1_1 = global$47 - $1_1 | 0;
    $8($1_1);
    $2_1 = $1_1 + $2_1 | 0;
    continue;
   }
   break;
  };
  return $2_1 | 0;
 }
 
 function $24($0_1) {
  $0_1 = $0_1 | 0;
  global$46 = global$42;
  global$47 = HEAP32[global$44 + (global$45 << 2) >> 2];
  $9(global$42 + ($0_1 << 1) | 0, global$43 + 65536 | 0);
  global$45 = global$45 + 1 | 0;
  HEAP32[global$44 + (global$45 << 2) >> 2] = global$47;
 }
 
 function $25() {
  var $0_1 = 0;
  $0_1 = global$7;
  global$7 = 0;
  return $0_1 | 0;
 }
 
 function $28() {
  var $0_1 = 0;
  $0_1 = global$3;
  global$3 = global$2;
  return $0_1 - global$2 | 0;
 }
 
 function $29() {
  return global$2 | 0;
 }
 
 bufferView = HEAPU8;
 initActiveSegments(imports);
 $15();
 function __wasm_memory_size() {
  return buffer.byteLength >> 16;
 }
 
 function __wasm_memory_grow(pagesToAdd) {
  pagesToAdd = pagesToAdd | 0;
  var oldPages = __wasm_memory_size() | 0;
  var newPages = oldPages + pagesToAdd | 0;
  if ((oldPages < newPages) && (newPages < 65536)) {
   var newBuffer = new ArrayBuffer(newPages << 16);
   var newHEAP8 = new Int8Array(newBuffer);
   newHEAP8.set(HEAP8);
   HEAP8 = new Int8Array(newBuffer);
   HEAP16 = new Int16Array(newBuffer);
   HEAP32 = new Int32Array(newBuffer);
   HEAPU8 = new Uint8Array(newBuffer);
   HEAPU16 = new Uint16Array(newBuffer);
   HEAPU32 = new Uint32Array(newBuffer);
   HEAPF32 = new Float32Array(newBuffer);
   HEAPF64 = new Float64Array(newBuffer);
   buffer = newBuffer;
   bufferView = HEAPU8;
  }
  return oldPages;
 }
 
 return {
  "output": $29, 
  "takeWritten": $28, 
  "addToChecksum": $11, 
  "takeChecksum": $25, 
  "addPiece": $24, 
  "addText": $23, 
  "forgetPieces": $22, 
  "text": $21, 
  "textRoom": $20, 
  "add": $8, 
  "finish": $19, 
  "input": $18, 
  "room": $17, 
  "memory": Object.create(Object.prototype, {
   "grow": {
    "value": __wasm_memory_grow
   }, 
   "buffer": {
    "get": function () {
     return buffer;
    }
    
   }
  })
 };
}


return asmFunc({});
}
