/** What applications upload to the platforms: kept three days, or for good when it is a picture of an article. */
package cn.tuanwu.sandbox.media;
