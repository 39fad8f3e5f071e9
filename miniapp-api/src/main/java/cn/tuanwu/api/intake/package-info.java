/** The sheet members are brought in with: its template, its reading, what was wrong with it. */
package cn.tuanwu.api.intake;
