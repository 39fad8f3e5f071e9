/** Invitations: looked up by members, issued and printed by committees. */
package cn.tuanwu.api.invite;
