/** The XML the platforms speak: read without DTD or entities, written with CDATA that can't be broken out of. */
package cn.tuanwu.bot.xml;
