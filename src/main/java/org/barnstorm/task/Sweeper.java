package org.barnstorm.task;

/** Work that is due at some time and not because somebody asks for it. Every replica does it. */
public interface Sweeper {
    /** One round; returns how much it did. */
    int sweep();
}
