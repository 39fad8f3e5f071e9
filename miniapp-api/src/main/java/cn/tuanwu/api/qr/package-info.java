/** QR codes as pictures, for whichever door shows one. */
package cn.tuanwu.api.qr;
