package org.barnstorm.training.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where a credential's bit is.
 *
 * @param list number of the list
 * @param index of the bit in it, the first is 0
 */
@Embeddable
record StatusPlace(
        @Column(name = "status_list") int list,
        @Column(name = "status_index") int index) {}
