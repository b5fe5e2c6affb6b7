package org.barnstorm.webapp;

/** What somebody has in their hand or in front of them. */
enum Device {
    PHONE(360, 740),
    LAPTOP(1280, 860);

    final int width;
    final int height;

    Device(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
