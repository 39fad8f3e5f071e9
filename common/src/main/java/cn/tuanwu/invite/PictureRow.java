package cn.tuanwu.invite;

/** A row of its own: a mapper that returns an array is taken for one that returns many of its elements. */
class PictureRow {
    byte[] picture;
}
