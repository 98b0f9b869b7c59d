// @ts-nocheck -- a program made it of WebAssembly, whose only type is the number
/**
 * What `deflate-module.ts` holds, as JavaScript. Written by `npm run build` in `scripts/deflate`.
 *
 * Sources: SHA-256 994358b4eb3c142364330814b0434f2e9bc3fd73a9a5a412ef4a8cdca8461a83
 */
export function deflateInJavaScript(): unknown {
return (()=>{for(var D,F=new Uint8Array(123),I=25;I>=0;--I)F[48+I]=52+I,F[65+I]=I,F[97+I]=26+I;F[43]=62,F[47]=63;function I0(P,s,t){
for(var B,n,h=0,d=s,H=t.length,o0=s+(H*3>>2)-(t[H-2]=="=")-(t[H-1]=="=");h<H;h+=4)B=F[t.charCodeAt(h+1)],n=F[t.charCodeAt(
h+2)],P[d++]=F[t.charCodeAt(h)]<<2|B>>4,d<o0&&(P[d++]=B<<4|n>>2),d<o0&&(P[d++]=n<<6|F[t.charCodeAt(h+3)]);return P}function K0(P){
I0(D,1036,"XA=="),I0(D,1048,"BgAAAEwAAAAQAAAAEQAAABIAAAAAAAAACAAAAAcAAAAJAAAABgAAAAoAAAAFAAAACwAAAAQAAAAMAAAAAwAAAA0AAAA\
CAAAADgAAAAEAAAAP")}function J(){throw new Error("abort")}function j(P,s,t){if(P=P>>>0,t=t>>>0,P+t>D.length)throw"trap: \
invalid memory.fill";D.fill(s,P,P+t)}function x0(P,s,t){D.copyWithin(P,s,s+t)}function N0(P){var s=new ArrayBuffer(65536),
t=new Int8Array(s),B=new Int16Array(s),n=new Int32Array(s),h=new Uint8Array(s),d=new Uint16Array(s),H=new Uint32Array(s),
o0=new Float32Array(s),Y0=new Float64Array(s),Z0=Math.imul,u2=Math.fround,A2=Math.abs,L0=Math.clz32,b2=Math.min,c2=Math.
max,v2=Math.floor,h2=Math.ceil,w2=Math.trunc,g2=Math.sqrt,f0=0,Q0=0,$=0,w=0,b=0,o=0,U=0,u0=0,x=0,S=0,m0=0,A0=0,b0=0,y0=0,
O=0,T=0,L=0,_=0,i0=0,c0=0,v0=0,M0=0,E0=0,P0=0,U0=0,h0=0,e0=0,a0=0,r0=0,R=0,W=0,m=0,Q=0,V=0,q0=0,q=0,w0=0,d0=0,p=0,M=0,X=0,
D0=0,z=0,C0=0,G=0,K=0,n0=0,N=0,c=0,u=0;function y(a){var e=0;return a>>>0>268435455&&J(),a=a<<2,e=Z(a,5),j(e,0,a),e}function Y(a){
var e=0;return a>>>0>1073741820&&J(),e=Z(a,4),j(e,0,a),e}function Z(a,e){var i=0,r=0,l=0,f=0,A=0;return a>>>0>1073741804&&
J(),i=a+16|0,i>>>0>1073741820&&J(),f=f0+4|0,A=(i+19&-16)-4|0,i=f+A|0,l=z0(),r=(l<<16)+15&-16,i>>>0>r>>>0&&(r=((i-r|0)+65535&
-65536)>>>16|0,(F0(((l|0)>(r|0)?l:r)|0)|0)<0&&(F0(r|0)|0)<0&&J()),l=f0,f0=i,n[l>>2]=A,i=f-4|0,n[i+4>>2]=0,n[i+8>>2]=0,n[i+
12>>2]=e,n[i+16>>2]=a,f+16|0}function l0(a){var e=0,i=0,r=0;return e=Z(8,7),n[e>>2]=0,n[e+4>>2]=0,i=e,r=y(a),n[i>>2]=r,i=
e,r=y(a),n[i+4>>2]=r,e}function g0(a){var e=0;return a>>>0>268435455&&J(),a=a<<2,e=Z(a,6),j(e,0,a),e}function j0(a){var e=0,
i=0,r=0,l=0,f=0;for(i=1;;){if(i>>>0<16){for(l=0;;){if(e=n[a>>2],(n[(e-20|0)+16>>2]>>>2|0)>(l|0)){f=e,e=l<<2,n[f+e>>2]==(i|
0)&&(f=e+n[a+4>>2]|0,e=(r&255)<<8|(r&65280)>>>8,e=(e&3855)<<4|(e&61680)>>>4,e=(e&13107)<<2|(e&52428)>>>2,n[f>>2]=((e&21845)<<
1|(e&43690)>>>1)>>>16-i,r=r+1|0),l=l+1|0;continue}break}r=r<<1,i=i+1|0;continue}break}}function p0(a,e,i){var r=0,l=0,f=0,
A=0;if(r=J0(a,e),r>>>0>i>>>0){for(f=n[(e-20|0)+16>>2]>>>2|0;;){if((l|0)<(f|0)){A=l<<2,n[A+b0>>2]=n[e+A>>2],l=l+1|0;continue}
break}for(;;){if(i>>>0<r>>>0){for(e=0;;){if((e|0)<(f|0)){l=b0+(e<<2)|0,r=n[l>>2],r&&(n[l>>2]=(r>>>2|0)+1),e=e+1|0;continue}
break}r=J0(a,b0);continue}break}}j0(a)}function O0(a){var e=0,i=0,r=0,l=0,f=0,A=0,v=0,g=0,k=0,E=0,C=0,t0=0,k0=0,s0=0,H0=0,
G0=0;for(A=X;;){if((a|0)>(A|0)){if((M-4|0)>=(A|0)){for(l=0,k0=p+A|0,C=q+A|0,H0=h[C|0]|h[C+1|0]<<8|(h[C+2|0]<<16|h[C+3|0]<<
24),e=w0+(Z0(H0,-1640531535)>>>17<<2)|0,t0=n[e>>2],n[d0+((k0&32767)<<2)>>2]=t0,n[e>>2]=k0,e=M-A|0,g=(e|0)>258?258:e,e=3,
s0=8;;){if((s0|0)>0)i:{if(k=k0-t0|0,(k|0)<=0|(k|0)>32768)break i;if(E=C-k|0,h[E+e|0]==h[e+C|0]?i=(h[E|0]|h[E+1|0]<<8|(h[E+
2|0]<<16|h[E+3|0]<<24))==(H0|0):i=0,i){v=0;e:{for(;;){if((v|0)<(g|0)){if(f=v+E|0,r=v+C|0,i=(h[f|0]|h[f+1|0]<<8|(h[f+2|0]<<
16|h[f+3|0]<<24))^(h[r|0]|h[r+1|0]<<8|(h[r+2|0]<<16|h[r+3|0]<<24)),f=(h[f+4|0]|h[f+5|0]<<8|(h[f+6|0]<<16|h[f+7|0]<<24))^
(h[r+4|0]|h[r+5|0]<<8|(h[r+6|0]<<16|h[r+7|0]<<24)),i|f){E=v;a:{if(f|i){r=f-1|0,G0=r+1|0,v=r,r=i-1|0,v=(r|0)!=-1?G0:v,r=L0(
r^i)+32|0,i=L0(f^v),i=63-((i|0)==32?r:i)|0;break a}i=64}i=E+(i>>>3|0)|0,i=(i|0)>(g|0)?g:i;break e}v=v+8|0;continue}break}
i=g}if((i|0)>(e|0)&&(l=k,e=i,(e|0)==(g|0)|(e|0)>=128))break i}t0=n[d0+((t0&32767)<<2)>>2],s0=s0-1|0;continue}break}l?l=l-
1|e<<16:l=0}else l=0;l?(e=(l&65535)+1|0,l=l>>>16|0,X0(e-1|l<<16),k=T+(h[l+h0|0]+257<<2)|0,n[k>>2]=n[k>>2]+1,k=L,g=L,e>>>
0<=256?i=e+e0|0:i=a0+(e-1>>>7|0)|0,g=g+(h[i|0]<<2)|0,e>>>0<=256?i=e+e0|0:i=a0+(e-1>>>7|0)|0,n[g>>2]=n[(h[i|0]<<2)+k>>2]+
1,A=A+l|0):(e=h[q+A|0],X0(e),e=T+(e<<2)|0,n[e>>2]=n[e>>2]+1,A=A+1|0);continue}break}X=A}function R0(a){a=a|0;var e=0;S0(
q+M|0,a),M=M+a|0,!((163840-M|0)>=3e3)&&(O0(M-258|0),a=X-32768|0,a=(a|0)>=0?a:0,e=M-a|0,x0(q,a+q|0,e),M=e,X=X-a|0,p=a+p|0,
(p|0)>1073741824&&(j(w0,0,131072),p=32769))}function W0(a,e){var i=0,r=0,l=0,f=0,A=0,v=0;for(r=n0,i=N;;){if(l=i+4|0,l>>>
0<=e>>>0&a>>>0>r>>>0)i:{if(v=d[r>>1]|d[r+2>>1]<<16,A=d[r+4>>1]|d[r+6>>1]<<16,f=r+8|0,!(v&-8323200|A&-8323200)&f>>>0<=a>>>
0){r=((A&255)<<24|v>>>8|v)&65535,A=r|(((A>>>8|A)&65535)<<16|r>>>16),t[i|0]=A,t[i+1|0]=A>>>8,t[i+2|0]=A>>>16,t[i+3|0]=A>>>
24,r=f,i=l;continue}if(l=v&65535,l>>>0<128){t[i|0]=l,r=r+2|0,i=i+1|0;continue}if(l>>>0<2048){t[i|0]=l>>>6|192,t[i+1|0]=l&
63|128,r=r+2|0,i=i+2|0;continue}if(l>>>0<57344&l>>>0>=55296){if(f=r+2>>>0<a>>>0?d[r+2>>1]:0,l>>>0<56320&f>>>0>=56320&f>>>
0<57344){f=(f+(l<<10)|0)-56613888|0,t[i|0]=f>>>18|240,t[i+1|0]=f>>>12&63|128,t[i+2|0]=f>>>6&63|128,t[i+3|0]=f&63|128,r=r+
4|0,i=i+4|0;continue}if(f=l-56320|0,f>>>0<K>>>0&l>>>0>=56320){if(v=n[G+(l-56319<<2)>>2],l=n[G+(f<<2)>>2],A=v-l|0,f=A+i|0,
f>>>0>e>>>0)break i;x0(i,l,A),r=r+2|0,i=f;continue}l=65533}t[i|0]=l>>>12|224,t[i+1|0]=l>>>6&63|128,t[i+2|0]=l&63|128,r=r+
2|0,i=i+3|0;continue}break}n0=r,N=i}function J0(a,e){var i=0,r=0,l=0,f=0,A=0,v=0,g=0,k=0,E=0,C=0;for(v=n[a>>2],C=n[(v-20|
0)+16>>2]>>>2|0;;){if((r|0)<(C|0)){if(E=n[(r<<2)+e>>2],E){for(a=i;;){if((a|0)>0?g=H[(n[x+(a-1<<2)>>2]<<2)+e>>2]>E>>>0:g=
0,g){g=x+(a<<2)|0,a=a-1|0,n[g>>2]=n[x+(a<<2)>>2];continue}break}n[x+(a<<2)>>2]=r,i=i+1|0}r=r+1|0;continue}break}for(a=i;;){
if((n[(v-20|0)+16>>2]>>>2|0)>(l|0)){n[(l<<2)+v>>2]=0,l=l+1|0;continue}break}if((a|0)<2)return(a|0)==1&&(n[(n[x>>2]<<2)+v>>
2]=1),1;for(;;){if((a|0)>(f|0)){i=f<<2,n[i+S>>2]=n[(n[i+x>>2]<<2)+e>>2],f=f+1|0;continue}break}for(e=a,r=a;;){if(((a<<1)-
1|0)>(r|0)){for(l=0,f=0;;){if((f|0)<2){i=(a|0)>(A|0),i&&((e|0)>=(r|0)?i=1:i=H[S+(A<<2)>>2]<=H[S+(e<<2)>>2]),i?(i=A,A=i+1|
0):(i=e,e=i+1|0),i=i<<2,n[i+m0>>2]=r,l=n[i+S>>2]+l|0,f=f+1|0;continue}break}n[S+(r<<2)>>2]=l,r=r+1|0;continue}break}for(e=
a<<1,n[A0+(e-2<<2)>>2]=0,e=e-3|0;;){if((e|0)>=0){A=e<<2,i=n[A0+(n[A+m0>>2]<<2)>>2]+1|0,n[A+A0>>2]=i,(a|0)>(e|0)&&(n[(n[A+
x>>2]<<2)+v>>2]=i,k=i>>>0<k>>>0?k:i),e=e-1|0;continue}break}return k}function S0(a,e){a=a|0,e=e|0;var i=0,r=0,l=0;for(l=
a+e|0,i=u0^-1;;){if(e=a+8|0,e>>>0<=l>>>0){r=h[a+4|0]|h[a+5|0]<<8|(h[a+6|0]<<16|h[a+7|0]<<24),a=(h[a|0]|h[a+1|0]<<8|(h[a+
2|0]<<16|h[a+3|0]<<24))^i,i=n[U+(r>>>24<<2)>>2]^(n[U+((r>>>16&255|256)<<2)>>2]^(n[U+((r>>>8&255|512)<<2)>>2]^(n[U+((r&255|
768)<<2)>>2]^(n[U+((a>>>24|1024)<<2)>>2]^(n[U+((a>>>16&255|1280)<<2)>>2]^(n[U+((a&255|1792)<<2)>>2]^n[U+((a>>>8&255|1536)<<
2)>>2])))))),a=e;continue}break}for(;;){if(a>>>0<l>>>0){i=n[U+(((h[a|0]^i)&255)<<2)>>2]^i>>>8,a=a+1|0;continue}break}u0=
i^-1}function T0(a,e){for(var i=0,r=0,l=0,f=0,A=0,v=0,g=0,k=0,E=0;;){if((O|0)>(k|0)){f=n[y0+(k<<2)>>2],A=f>>>16|0;i:{if(!A){
if(i=f<<2,f=n[i+n[a>>2]>>2],A=c,i=n[i+n[a+4>>2]>>2],r=o,l=r&31,(r&63)>>>0>=32?(r=i<<l,i=0):(r=(1<<l)-1&i>>>32-l,i=i<<l),
b=i|b,c=r|A,r=u,i=f+o|0,r=i>>>0<f>>>0?r+1|0:r,o=i,u=r,!u&o>>>0<32)break i;i=w,r=b,t[i|0]=r,t[i+1|0]=r>>>8,t[i+2|0]=r>>>16,
t[i+3|0]=r>>>24,w=w+4|0,b=c,c=0,i=o,o=i-32|0,u=u-(i>>>0<32)|0;break i}g=h[A+h0|0],i=g+257<<2,v=n[i+n[a>>2]>>2],E=c,i=n[i+
n[a+4>>2]>>2],r=o,l=r&31,(r&63)>>>0>=32?(r=i<<l,i=0):(r=(1<<l)-1&i>>>32-l,i=i<<l),b=i|b,c=r|E,i=u,r=v+o|0,i=r>>>0<v>>>0?
i+1|0:i,o=r,u=i,i=u,!i&o>>>0>=32|i&&(i=w,r=b,t[i|0]=r,t[i+1|0]=r>>>8,t[i+2|0]=r>>>16,t[i+3|0]=r>>>24,w=w+4|0,b=c,c=0,i=o,
o=i-32|0,u=u-(i>>>0<32)|0),i=g<<2,v=n[i+E0>>2],g=c,i=A-n[i+M0>>2]|0,r=o,l=r&31,(r&63)>>>0>=32?(r=i<<l,i=0):(r=(1<<l)-1&i>>>
32-l,i=i<<l),b=i|b,c=r|g,r=u,i=v+o|0,r=i>>>0<v>>>0?r+1|0:r,o=i,u=r,i=u,!i&o>>>0>=32|i&&(i=w,r=b,t[i|0]=r,t[i+1|0]=r>>>8,
t[i+2|0]=r>>>16,t[i+3|0]=r>>>24,w=w+4|0,b=c,c=0,i=o,o=i-32|0,u=u-(i>>>0<32)|0),f=(f&65535)+1|0,f>>>0<=256?i=f+e0|0:i=a0+
(f-1>>>7|0)|0,v=h[i|0],i=v<<2,A=n[i+n[e>>2]>>2],g=c,i=n[i+n[e+4>>2]>>2],r=o,l=r&31,(r&63)>>>0>=32?(r=i<<l,i=0):(r=(1<<l)-
1&i>>>32-l,i=i<<l),b=i|b,c=r|g,i=u,r=A+o|0,i=r>>>0<A>>>0?i+1|0:i,o=r,u=i,i=u,!i&o>>>0>=32|i&&(i=w,r=b,t[i|0]=r,t[i+1|0]=
r>>>8,t[i+2|0]=r>>>16,t[i+3|0]=r>>>24,w=w+4|0,b=c,c=0,i=o,o=i-32|0,u=u-(i>>>0<32)|0),i=v<<2,A=n[i+U0>>2],v=c,i=f-n[i+P0>>
2]|0,r=o,l=r&31,(r&63)>>>0>=32?(r=i<<l,i=0):(r=(1<<l)-1&i>>>32-l,i=i<<l),b=i|b,c=r|v,i=u,r=A+o|0,i=r>>>0<A>>>0?i+1|0:i,o=
r,u=i,i=u,!i&o>>>0>=32|i&&(i=w,r=b,t[i|0]=r,t[i+1|0]=r>>>8,t[i+2|0]=r>>>16,t[i+3|0]=r>>>24,w=w+4|0,b=c,c=0,i=o,o=i-32|0,
u=u-(i>>>0<32)|0)}k=k+1|0;continue}break}i=n[n[a>>2]+1024>>2],l=c,a=n[n[a+4>>2]+1024>>2],r=o,e=r&31,(r&63)>>>0>=32?(r=a<<
e,a=0):(r=(1<<e)-1&a>>>32-e,a=a<<e),b=a|b,c=r|l,r=u,a=i+o|0,r=a>>>0<i>>>0?r+1|0:r,o=a,u=r,a=u,!a&o>>>0>=32|a&&(a=w,e=b,t[a|
0]=e,t[a+1|0]=e>>>8,t[a+2|0]=e>>>16,t[a+3|0]=e>>>24,w=w+4|0,b=c,c=0,a=o,o=a-32|0,u=u-(a>>>0<32)|0)}function V0(a){var e=0,
i=0,r=0,l=0,f=0,A=0,v=0,g=0;if(r=c,i=(a|0)!=0,a=o,e=a&31,(a&63)>>>0>=32?(a=i<<e,e=0):(a=(1<<e)-1&i>>>32-e,e=i<<e),b=e|b,
c=a|r,a=u,e=a,i=a+1|0,a=o+1|0,e=a?e:i,o=a,u=e,a=u,!a&o>>>0>=32|a&&(a=w,e=b,t[a|0]=e,t[a+1|0]=e>>>8,t[a+2|0]=e>>>16,t[a+3|
0]=e>>>24,w=w+4|0,b=c,c=0,a=o,o=a-32|0,u=u-(a>>>0<32)|0),r=c,A=(O|0)>=300,i=A?2:1,a=o,e=a&31,(a&63)>>>0>=32?(a=i<<e,e=0):
(a=(1<<e)-1&i>>>32-e,e=i<<e),b=e|b,c=a|r,a=u,i=a+1|0,e=a,a=o+2|0,e=a>>>0<2?i:e,o=a,u=e,a=u,!a&o>>>0>=32|a&&(a=w,e=b,t[a|
0]=e,t[a+1|0]=e>>>8,t[a+2|0]=e>>>16,t[a+3|0]=e>>>24,w=w+4|0,b=c,c=0,a=o,o=a-32|0,u=u-(a>>>0<32)|0),A){for(n[T+1024>>2]=1,
e=L,a=(n[(e-20|0)+16>>2]>>>2|0)-1|0;;){if(!((a|0)<=0||n[(a<<2)+e>>2])){a=a-1|0;continue}break}for(a||(a=n[L>>2],n[L>>2]=
a>>>0<=1?1:a),p0(_,T,15),p0(i0,L,15),A=0,e=n[_>>2],a=(n[(e-20|0)+16>>2]>>>2|0)-1|0;;){if(!((a|0)<=0||n[e+(a<<2)>>2])){a=
a-1|0;continue}break}for(a=a+1|0,v=(a|0)<257?257:a,e=n[i0>>2],a=(n[(e-20|0)+16>>2]>>>2|0)-1|0;;){if(!((a|0)<=0||n[e+(a<<
2)>>2])){a=a-1|0;continue}break}for(g=a+1|0,a=0;;){if((a|0)<(v|0)){e=a<<2,n[e+r0>>2]=n[n[_>>2]+e>>2],a=a+1|0;continue}break}
for(a=0;;){if((a|0)<(g|0)){n[r0+(a+v<<2)>>2]=n[n[i0>>2]+(a<<2)>>2],a=a+1|0;continue}break}for(j(Q,0,76),f=v+g|0,e=0,m=0;;){
if((e|0)<(f|0)){for(r=n[r0+(e<<2)>>2],a=e+1|0;;){if((a|0)<(f|0)?i=n[r0+(a<<2)>>2]==(r|0):i=0,i){a=a+1|0;continue}break}for(i=
a-e|0,e=a,r&&(a=m<<2,n[a+R>>2]=r,n[a+W>>2]=0,m=m+1|0,a=Q+(r<<2)|0,n[a>>2]=n[a>>2]+1,i=i-1|0);;){if(i>>>0>=3){a=r?6:138,a=
a>>>0>i>>>0?i:a,r?(l=m<<2,n[l+R>>2]=16,n[l+W>>2]=a-3,m=m+1|0,l=Q- -64|0,n[l>>2]=n[l>>2]+1):a>>>0<11?(l=m<<2,n[l+R>>2]=17,
n[l+W>>2]=a-3,m=m+1|0,l=Q,n[l+68>>2]=n[l+68>>2]+1):(l=m<<2,n[l+R>>2]=18,n[l+W>>2]=a-11,m=m+1|0,l=Q,n[l+72>>2]=n[l+72>>2]+
1),i=i-a|0;continue}break}for(;;){if(i){a=m<<2,n[a+R>>2]=r,n[a+W>>2]=0,m=m+1|0,a=Q+(r<<2)|0,n[a>>2]=n[a>>2]+1,i=i-1|0;continue}
break}continue}break}for(p0(V,Q,7),a=n[263]>>>2|0;;){if((a|0)>4?e=n[n[V>>2]+(n[(a<<2)+1052>>2]<<2)>>2]:e=1,!e){a=a-1|0;continue}
break}for(f=c,r=v-257|0,e=o,i=e&31,(e&63)>>>0>=32?(e=r<<i,i=0):(e=(1<<i)-1&r>>>32-i,i=r<<i),b=i|b,c=e|f,e=u,f=e+1|0,i=e,
e=o+5|0,i=e>>>0<5?f:i,o=e,u=i,e=u,!e&o>>>0>=32|e&&(e=w,i=b,t[e|0]=i,t[e+1|0]=i>>>8,t[e+2|0]=i>>>16,t[e+3|0]=i>>>24,w=w+4|
0,b=c,c=0,e=o,o=e-32|0,u=u-(e>>>0<32)|0),v=c,r=g-1|0,e=o,i=e&31,(e&63)>>>0>=32?(e=r<<i,i=0):(e=(1<<i)-1&r>>>32-i,i=r<<i),
b=i|b,c=e|v,e=u,f=e+1|0,i=e,e=o+5|0,i=e>>>0<5?f:i,o=e,u=i,e=u,!e&o>>>0>=32|e&&(e=w,i=b,t[e|0]=i,t[e+1|0]=i>>>8,t[e+2|0]=
i>>>16,t[e+3|0]=i>>>24,w=w+4|0,b=c,c=0,e=o,o=e-32|0,u=u-(e>>>0<32)|0),v=c,r=a-4|0,e=o,i=e&31,(e&63)>>>0>=32?(e=r<<i,i=0):
(e=(1<<i)-1&r>>>32-i,i=r<<i),b=i|b,c=e|v,e=u,f=e+1|0,i=e,e=o+4|0,i=e>>>0<4?f:i,o=e,u=i,e=u,!e&o>>>0>=32|e&&(e=w,i=b,t[e|
0]=i,t[e+1|0]=i>>>8,t[e+2|0]=i>>>16,t[e+3|0]=i>>>24,w=w+4|0,b=c,c=0,e=o,o=e-32|0,u=u-(e>>>0<32)|0);;){if((a|0)>(A|0)){v=
c,r=n[n[V>>2]+(n[(A<<2)+1056>>2]<<2)>>2],e=o,i=e&31,(e&63)>>>0>=32?(e=r<<i,i=0):(e=(1<<i)-1&r>>>32-i,i=r<<i),b=i|b,c=e|v,
e=u,f=e+1|0,i=e,e=o+3|0,i=e>>>0<3?f:i,o=e,u=i,e=u,!e&o>>>0>=32|e&&(e=w,i=b,t[e|0]=i,t[e+1|0]=i>>>8,t[e+2|0]=i>>>16,t[e+3|
0]=i>>>24,w=w+4|0,b=c,c=0,e=o,o=e-32|0,u=u-(e>>>0<32)|0),A=A+1|0;continue}break}for(a=0;;){if((m|0)>(a|0)){r=n[R+(a<<2)>>
2],e=r<<2,v=n[e+n[V>>2]>>2],g=c,A=n[e+n[V+4>>2]>>2],e=o,i=e&31,(e&63)>>>0>=32?(e=A<<i,i=0):(e=(1<<i)-1&A>>>32-i,i=A<<i),
b=i|b,c=e|g,e=u,f=e+1|0,i=e,e=v+o|0,i=e>>>0<v>>>0?f:i,o=e,u=i,e=u,!e&o>>>0>=32|e&&(e=w,i=b,t[e|0]=i,t[e+1|0]=i>>>8,t[e+2|
0]=i>>>16,t[e+3|0]=i>>>24,w=w+4|0,b=c,c=0,e=o,o=e-32|0,u=u-(e>>>0<32)|0),v=c,A=n[W+(a<<2)>>2],e=o,i=e&31,(e&63)>>>0>=32?
(e=A<<i,i=0):(e=(1<<i)-1&A>>>32-i,i=A<<i),b=i|b,c=e|v,e=o,i=u,g=i+1|0,f=i,(r|0)==16?i=2:(r|0)==17?i=3:i=(r|0)==18?7:0,e=
e+i|0,i=i>>>0>e>>>0?g:f,o=e,u=i,e=u,!e&o>>>0>=32|e&&(e=w,i=b,t[e|0]=i,t[e+1|0]=i>>>8,t[e+2|0]=i>>>16,t[e+3|0]=i>>>24,w=w+
4|0,b=c,c=0,e=o,o=e-32|0,u=u-(e>>>0<32)|0),a=a+1|0;continue}break}T0(_,i0)}else T0(c0,v0);O=0,j(T,0,1144),j(L,0,120)}function X0(a){
(O|0)==32768&&V0(0),n[y0+(O<<2)>>2]=a,O=O+1|0}function B0(){var a=0,e=0,i=0,r=0,l=0;for(f0=1132,Q0=Y(524288),$=Q0,w=$,U=
y(2048);;){if((e|0)<256){for(a=e,i=0;;){if((i|0)<8){r=a>>>1|0,a=a&1?r^-306674912:r,i=i+1|0;continue}break}n[U+(e<<2)>>2]=
a,e=e+1|0;continue}break}for(a=256;;){if((a|0)<2048){e=n[U+(a-256<<2)>>2],n[U+(a<<2)>>2]=n[U+((e&255)<<2)>>2]^e>>>8,a=a+
1|0;continue}break}for(e=0,i=0,x=g0(288),S=y(576),m0=g0(576),A0=y(576),b0=y(288),y0=y(32768),T=y(286),L=y(30),_=l0(286),
i0=l0(30),c0=l0(288),v0=l0(30);;){if((e|0)<288){l=n[c0>>2]+(e<<2)|0,(e|0)<144?a=8:(e|0)<256?a=9:a=(e|0)<280?7:8,n[l>>2]=
a,e=e+1|0;continue}break}for(j0(c0),e=0;;){if((e|0)<30){n[n[v0>>2]+(e<<2)>>2]=5,e=e+1|0;continue}break}for(j0(v0),M0=y(29),
E0=y(29),P0=y(30),U0=y(30),h0=Y(259),e0=Y(257),a0=Y(256),e=3;;){if((i|0)<29){for(a=(i|0)==28,r=a|(i|0)<8?0:i-4>>2,l=i<<2,
e=a?258:e,n[l+M0>>2]=e,n[E0+l>>2]=r,a=e;;){if((a|0)<259){t[h0+a|0]=i,a=a+1|0;continue}break}e=e+(1<<r)|0,i=i+1|0;continue}
break}for(i=0,e=1;;){if((i|0)<30){for(a=i<<2,n[a+P0>>2]=e,r=(i|0)>=4?i-2>>1:0,n[a+U0>>2]=r,a=e;;){if((a|0)<257){t[e0+a|0]=
i,a=a+1|0;continue}break}for(a=e-1>>7;;){if((a|0)<256){t[a0+a|0]=i,a=a+1|0;continue}break}e=(1<<r)+e|0,i=i+1|0;continue}
break}r0=y(316),R=y(316),W=y(316),Q=y(19),V=l0(19),q0=Y(163848),q=q0,w0=g0(32768),d0=g0(32768),p=32769,a=Z(65544,8),j(a,
0,65544),D0=a,z=D0,C0=Y(65536),a=Z(4100,9),j(a,0,4100),G=a,n[G>>2]=C0}function $0(){return 163840-M|0}function _0(){return q+
M|0}function i2(){var a=0,e=0;for(O0(M),V0(1);;){if(a=o,e=u,(e|0)>0?a=1:a=(a|0)!=0&(e|0)>=0,a){t[w|0]=b,w=w+1|0,a=c,b=(a&
255)<<24|b>>>8,c=a>>>8|0,a=o,o=a-8|0,u=u-(a>>>0<8)|0;continue}break}b=0,c=0,o=0,u=0,p=(p+M|0)+32769|0,(p|0)>1073741824&&
(j(w0,0,131072),p=32769),M=0,X=0}function e2(){return 32768}function a2(){return z|0}function r2(){K=0}function n2(a){a=
a|0;var e=0,i=0;for(n0=z,a=z+(a<<1)|0;;){if(a>>>0>n0>>>0){e=q+M|0,N=e,W0(a,e+(163840-M|0)|0),e=N-e|0,R0(e),i=e+i|0;continue}
break}return i|0}function l2(a){a=a|0,n0=z,N=n[G+(K<<2)>>2],W0(z+(a<<1)|0,C0+65536|0),K=K+1|0,n[G+(K<<2)>>2]=N}function t2(){
var a=0;return a=u0,u0=0,a|0}function o2(){var a=0;return a=w,w=$,a-$|0}function f2(){return $|0}D=h,K0(P),B0();function z0(){
return s.byteLength>>16}function F0(a){a=a|0;var e=z0()|0,i=e+a|0;if(e<i&&i<65536){var r=new ArrayBuffer(i<<16),l=new Int8Array(
r);l.set(t),t=new Int8Array(r),B=new Int16Array(r),n=new Int32Array(r),h=new Uint8Array(r),d=new Uint16Array(r),H=new Uint32Array(
r),o0=new Float32Array(r),Y0=new Float64Array(r),s=r,D=h}return e}return{output:f2,takeWritten:o2,addToChecksum:S0,takeChecksum:t2,
addPiece:l2,addText:n2,forgetPieces:r2,text:a2,textRoom:e2,add:R0,finish:i2,input:_0,room:$0,memory:Object.create(Object.
prototype,{grow:{value:F0},buffer:{get:function(){return s}}})}}return N0({})})();
}
