/**
 * Certificates: a public link to the proof of a qualification, and the same as an Open Badges 3.0 credential that anybody
 * can verify with the published keys alone.
 */
package org.barnstorm.training.certificate;
