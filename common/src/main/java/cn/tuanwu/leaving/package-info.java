/** Leaving the league (离团): at 28, of one's own will; coming back after a mistake; the deletion of a wrong registration. */
package cn.tuanwu.leaving;
