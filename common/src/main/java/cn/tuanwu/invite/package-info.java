/** Invitations: a code behind a QR picture, and who scanned it. */
package cn.tuanwu.invite;
