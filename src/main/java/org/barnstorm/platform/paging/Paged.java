package org.barnstorm.platform.paging;

/** An answer that goes on on another page. */
public interface Paged {
    /** The cursor of the next page; null on the last one. */
    String next();
}
