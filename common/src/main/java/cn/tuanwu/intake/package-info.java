/** Members brought in from a sheet: a line is a person, registered on their behalf by the rules of registration. */
package cn.tuanwu.intake;
