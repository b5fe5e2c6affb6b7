/** What the OpenAPI document says beyond the annotations: everything that follows from the shape of an operation. */
package org.barnstorm.platform.contract;
